import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .policy,
        subcommands: [
            Adopt.self, ReviseDocument.self, ProlongDocument.self, RepealDocument.self,
            DocumentShowCommand.self,
        ])

    struct Adopt: RecordingCommand {
        static let configuration = CommandConfiguration(.policyAdopt)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.policyAdoptSlug)) var slug: DocumentSlug
        @Option(help: .of(.documentTitle)) var title: String
        @Option(help: .of(.documentUntil, "date")) var until: CalendarDate?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .adopt(NewDocument(.policy, slug, title: title, lastDay: until))
        }
    }
}

struct ReviseDocument: RecordingCommand {
    static let configuration = CommandConfiguration(.policyRevise)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.documentSlug)) var slug: DocumentSlug
    @Option(help: .of(.documentReviseSummary)) var summary: String
    @Option(help: .of(.documentReviseTitle)) var title: String?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .revise(slug, summary: summary, title: title) }
}

struct ProlongDocument: RecordingCommand {
    static let configuration = CommandConfiguration(.policyProlong)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.documentSlug)) var slug: DocumentSlug
    @Option(help: .of(.documentProlongUntil, "date")) var until: CalendarDate
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .prolong(slug, lastDay: until) }
}

struct RepealDocument: RecordingCommand {
    static let configuration = CommandConfiguration(.policyRepeal)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.documentSlug)) var slug: DocumentSlug
    @Option(help: .of(.documentRepealSuccessor, "slug")) var successor: DocumentSlug?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .repeal(slug, successor: successor) }
}

struct AreaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .area, subcommands: [Add.self])

    struct Add: RecordingCommand {
        static let configuration = CommandConfiguration(.areaAdd)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.areaAddTitle)) var title: String
        @Option(help: .of(.wholeDocument, "slug")) var document: DocumentSlug
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .defineArea(document, title: title) }
    }
}

struct GoalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .goal, subcommands: [Set.self])

    struct Set: RecordingCommand {
        static let configuration = CommandConfiguration(.goalSet)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.goalSetTitle)) var title: String
        @Option(help: .of(.wholeDocument, "slug")) var document: DocumentSlug
        @Option(help: .of(.goalSetArea, "number")) var area: AreaNumber?
        @Option(help: .of(.goalSetDeadline)) var deadline: String?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .setGoal(document, NewGoal(title: title, area: area, deadline: deadline))
        }
    }
}
