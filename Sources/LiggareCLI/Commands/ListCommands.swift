import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct CommitteesCommand: TimedCommand {
    static let configuration = CommandConfiguration(
        commandName: "committees", abstract: "List the committees, with those that have ended.")

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> CommitteesQuestion {
        CommitteesQuestion()
    }
}

struct DocumentsCommand: TimedCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "List the policies and plans, with those repealed.")

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DocumentsQuestion {
        DocumentsQuestion()
    }
}
