import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct OverdueCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "overdue",
        abstract: "List what is late: the last day is past, or an occasion was missed.",
        discussion: "Nobody reports this: it follows from the deadlines and from what is completed."
    )

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Only this plan, or what is done under this policy.") var document:
        DocumentSlug?
    @OptionGroup var times: TimeOptions

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> OverdueOutput {
        let moment = try times.moment(in: ledger, log, views)
        let number = try document.map { try views.document($0, at: moment).number }
        return OverdueOutput(
            overdue: try views.overdue(of: number, at: moment), moment: moment,
            isRehearsal: ledger.isRehearsal)
    }
}

struct DeadlinesCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "deadlines",
        abstract: "List what falls due in some days: actions, goals, follow-ups, answers.",
        discussion: "What recurs falls due once for each time, and each is due, done or missed.")

    @OptionGroup var options: LedgerOptions
    @Option(help: "The first day, YYYY-MM-DD.") var from: CalendarDate
    @Option(help: "The last day, YYYY-MM-DD.") var to: CalendarDate
    @OptionGroup var times: TimeOptions

    func run() throws {
        try options.reporting {
            guard from <= to else { throw UsageError.daysInReverse }
            try ask()
        }
    }

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DeadlinesOutput {
        let moment = try times.moment(in: ledger, log, views)
        return DeadlinesOutput(
            items: try views.deadlines(from: from, through: to, at: moment), first: from,
            last: to, moment: moment, isRehearsal: ledger.isRehearsal)
    }
}
