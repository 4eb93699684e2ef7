import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct CommitteesCommand: TimedCommand {
    static let configuration = CommandConfiguration(.committees)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> CommitteesQuestion {
        CommitteesQuestion()
    }
}

struct DocumentsCommand: TimedCommand {
    static let configuration = CommandConfiguration(.documents)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DocumentsQuestion {
        DocumentsQuestion()
    }
}
