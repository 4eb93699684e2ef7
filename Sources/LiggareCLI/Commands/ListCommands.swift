import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct CommitteesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committees", abstract: "List the committees, with those that have ended.")

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let isRehearsal = ledger.log.founding.isRehearsal
            let report = try ledger.read { log, views in
                let moment = try times.moment(in: ledger, log, views)
                let register = CommitteeRegister(try views.committees(), at: moment)
                return CommitteesOutput(
                    committees: try register.all.compactMap { number in
                        ListedCommittee(
                            register[number], in: register,
                            open: try views.board(of: number, told: nil, at: moment).openCount)
                    },
                    moment: moment, isRehearsal: isRehearsal)
            }
            options.print(report)
        }
    }
}

struct DocumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "List the policies and plans, with those repealed.")

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let isRehearsal = ledger.log.founding.isRehearsal
            let report = try ledger.read { log, views in
                let moment = try times.moment(in: ledger, log, views)
                return DocumentsOutput(
                    documents: try views.documents().compactMap {
                        try views.state(of: $0, at: moment)
                    },
                    moment: moment, isRehearsal: isRehearsal)
            }
            options.print(report)
        }
    }
}

extension Board {
    fileprivate var openCount: Int { rows.count { $0.action.isOpen } }
}
