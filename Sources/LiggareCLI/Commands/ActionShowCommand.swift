import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct ActionShowCommand: TimedCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an action's whole story: who recorded what, when, and what was corrected.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The action's number.") var action: ActionNumber
    @OptionGroup var times: TimeOptions

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> ActionQuestion {
        try views.requireAction(action)
        return ActionQuestion(action)
    }
}
