import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct CommitteesCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "committees", abstract: "List the committees, with those that have ended.")

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> CommitteesOutput {
        let moment = try times.moment(in: ledger, log, views)
        let register = CommitteeRegister(try views.committees(), at: moment)
        return CommitteesOutput(
            committees: try register.all.compactMap { number in
                ListedCommittee(
                    register[number], in: register,
                    open: try views.board(of: number, told: nil, at: moment).openCount)
            },
            moment: moment, isRehearsal: ledger.isRehearsal)
    }
}

struct DocumentsCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "List the policies and plans, with those repealed.")

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DocumentsOutput {
        let moment = try times.moment(in: ledger, log, views)
        return DocumentsOutput(
            documents: try views.documents().compactMap { try views.state(of: $0, at: moment) },
            moment: moment, isRehearsal: ledger.isRehearsal)
    }
}

extension Board {
    fileprivate var openCount: Int { rows.count { $0.action.isOpen } }
}
