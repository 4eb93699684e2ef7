import ArgumentParser
import Coordinates
import Handlingsplan

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Action plans (handlingsplaner).",
        subcommands: [
            Adopt.self, PlanImportCommand.self, PlanExportCommand.self, ReviseDocument.self,
            ProlongDocument.self,
            RepealDocument.self, DocumentShowCommand.self,
        ])

    struct Adopt: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "adopt", abstract: "A plan is adopted.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "A short name for it, such as integration-2013.") var slug: DocumentSlug
        @Option(help: "Its title.") var title: String
        @Option(
            help: ArgumentHelp(
                "The policy that it carries out.", valueName: "slug"))
        var policy: DocumentSlug?
        @Option(
            help: ArgumentHelp(
                "The last day on which it is to be in force.", valueName: "date"))
        var until: CalendarDate?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .adopt(NewDocument(.plan, slug, title: title, policy: policy, lastDay: until))
        }
    }
}
