import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct BoardCommand: TimedCommand {
    static let configuration = CommandConfiguration(.board)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.committeeCode)) var committee: CommitteeCode
    @OptionGroup var times: TimeOptions
    @Option(help: .of(.boardTold, "code")) var told: CommitteeCode?

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> BoardQuestion {
        BoardQuestion(committee, told: told)
    }
}
