import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct BoardCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Show a committee's actions.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The committee's code.") var committee: CommitteeCode
    @OptionGroup var times: TimeOptions
    @Option(
        help: ArgumentHelp(
            "As this committee had been told by then: only what it had been told of.",
            valueName: "code"))
    var told: CommitteeCode?

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> BoardOutput {
        let moment = try times.moment(in: ledger, log, views)
        let number = try views.committee(committee, at: moment).number
        let listener = try told.map { try views.committee($0, at: moment).number }
        return BoardOutput(
            board: try views.board(of: number, told: listener, at: moment), listener: told,
            isRehearsal: ledger.isRehearsal)
    }
}
