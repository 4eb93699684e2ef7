import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct OverdueCommand: TimedCommand {
    static let configuration = CommandConfiguration(.overdue)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.onlyDocument)) var document: DocumentSlug?
    @OptionGroup var times: TimeOptions

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> OverdueQuestion {
        OverdueQuestion(document)
    }
}

struct DeadlinesCommand: TimedCommand {
    static let configuration = CommandConfiguration(.deadlines)

    @OptionGroup var options: LedgerOptions
    @Option(help: .of(.deadlinesFrom, "date")) var from: CalendarDate
    @Option(help: .of(.deadlinesTo, "date")) var to: CalendarDate
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
