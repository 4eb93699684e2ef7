import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct OverdueCommand: TimedCommand {
    static let configuration = CommandConfiguration(
        commandName: "overdue",
        abstract: "List what is late: the last day is past, or an occasion was missed.",
        discussion: "Nobody reports this: it follows from the deadlines and from what is completed."
    )

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Only this plan, or what is done under this policy.") var document:
        DocumentSlug?
    @OptionGroup var times: TimeOptions

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> OverdueQuestion {
        OverdueQuestion(document)
    }
}

struct DeadlinesCommand: TimedCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines",
        abstract: "List what falls due in some days: actions, goals, follow-ups, answers.",
        discussion: "What recurs falls due once for each time, and each is due, done or missed.")

    @OptionGroup var options: LedgerOptions
    @Option(
        help: ArgumentHelp(
            "The first day, YYYY-MM-DD.", valueName: "date"))
    var from: CalendarDate
    @Option(
        help: ArgumentHelp(
            "The last day, YYYY-MM-DD.", valueName: "date"))
    var to: CalendarDate
    @OptionGroup var times: TimeOptions

    func run() throws {
        try reporting {
            guard from <= to else { throw UsageError.daysInReverse }
            try ask()
        }
    }

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DeadlinesQuestion {
        DeadlinesQuestion(from: from, through: to)
    }
}
