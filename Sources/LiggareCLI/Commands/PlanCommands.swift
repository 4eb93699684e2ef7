import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .plan,
        subcommands: [
            Adopt.self, PlanImportCommand.self, PlanExportCommand.self, ReviseDocument.self,
            ProlongDocument.self,
            RepealDocument.self, DocumentShowCommand.self,
        ])

    struct Adopt: RecordingCommand {
        static let configuration = CommandConfiguration(.planAdopt)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.planAdoptSlug)) var slug: DocumentSlug
        @Option(help: .of(.documentTitle)) var title: String
        @Option(help: .of(.planAdoptPolicy, "slug")) var policy: DocumentSlug?
        @Option(help: .of(.documentUntil, "date")) var until: CalendarDate?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .adopt(NewDocument(.plan, slug, title: title, policy: policy, lastDay: until))
        }
    }
}
