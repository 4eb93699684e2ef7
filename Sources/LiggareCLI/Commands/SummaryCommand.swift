import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct SummaryCommand: TimedCommand {
    static let configuration = CommandConfiguration(.summary)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.onlyDocument)) var document: DocumentSlug?
    @OptionGroup var times: TimeOptions
    @Option(help: .of(.summaryCompare, "date")) var compare: CalendarDate?

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> SummaryQuestion {
        SummaryQuestion(
            document,
            since: try compare.map { day in
                try ledger.moment(
                    effective: day, known: day, now: Surroundings.now(), in: log, views)
            })
    }
}
