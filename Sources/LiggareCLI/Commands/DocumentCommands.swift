import ArgumentParser
import Coordinates
import Handlingsplan

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Policies (styrdokument).",
        subcommands: [
            Adopt.self, ReviseDocument.self, ProlongDocument.self, RepealDocument.self,
            DocumentShowCommand.self,
        ])

    struct Adopt: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "adopt", abstract: "A policy is adopted.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "A short name for it, such as integrationspolicy.") var slug: DocumentSlug
        @Option(help: "Its title.") var title: String
        @Option(
            help: ArgumentHelp(
                "The last day on which it is to be in force.", valueName: "date"))
        var until: CalendarDate?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .adopt(NewDocument(.policy, slug, title: title, lastDay: until))
        }
    }
}

struct ReviseDocument: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "It is revised: say what changed. Changes of actions are recorded on their own.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Its short name.") var slug: DocumentSlug
    @Option(help: "What was changed.") var summary: String
    @Option(help: "Its new title, if that changes too.") var title: String?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .revise(slug, summary: summary, title: title) }
}

struct ProlongDocument: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "prolong", abstract: "It is prolonged.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Its short name.") var slug: DocumentSlug
    @Option(
        help: ArgumentHelp(
            "The last day on which it is now to be in force.", valueName: "date"))
    var until: CalendarDate
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .prolong(slug, lastDay: until) }
}

struct RepealDocument: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "repeal", abstract: "It is repealed (upphävs).")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Its short name.") var slug: DocumentSlug
    @Option(
        help: ArgumentHelp(
            "The short name of the one that replaces it.", valueName: "slug"))
    var successor: DocumentSlug?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .repeal(slug, successor: successor) }
}

struct AreaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area", abstract: "Prioritised areas (prioriterade områden).",
        subcommands: [Add.self])

    struct Add: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "An area is defined.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "What it is called.") var title: String
        @Option(
            help: ArgumentHelp(
                "The policy or plan that it is part of.", valueName: "slug"))
        var document: DocumentSlug
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .defineArea(document, title: title) }
    }
}

struct GoalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goal", abstract: "Goals (mål).", subcommands: [Set.self])

    struct Set: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "A goal is set.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "What is to be reached.") var title: String
        @Option(
            help: ArgumentHelp(
                "The policy or plan that it is part of.", valueName: "slug"))
        var document: DocumentSlug
        @Option(
            help: ArgumentHelp(
                "The number of the area that it belongs to.", valueName: "number"))
        var area: AreaNumber?
        @Option(help: "When, in the words of the document, such as \"inom 24 månader\".")
        var deadline: String?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .setGoal(document, NewGoal(title: title, area: area, deadline: deadline))
        }
    }
}
