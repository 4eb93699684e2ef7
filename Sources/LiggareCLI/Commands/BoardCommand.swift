import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct BoardCommand: ParsableCommand {
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

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let board = try ledger.read { log, views in
                let moment = try times.moment(in: ledger, log, views)
                let register = CommitteeRegister(try views.committees(), at: moment)
                let number = try register.required(committee).number
                let listener = try told.map { try register.required($0).number }
                return try views.board(of: number, told: listener, at: moment)
            }
            options.print(
                BoardOutput(
                    board: board, listener: told,
                    isRehearsal: ledger.log.founding.isRehearsal))
        }
    }
}
