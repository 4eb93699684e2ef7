import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct BoardCommand: TimedCommand {
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

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> BoardQuestion {
        BoardQuestion(committee, told: told)
    }
}
