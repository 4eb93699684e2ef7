import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct ActionShowCommand: TimedCommand {
    static let configuration = CommandConfiguration(.actionShow)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.actionNumber)) var action: ActionNumber
    @OptionGroup var times: TimeOptions

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> ActionQuestion {
        try views.requireAction(action)
        return ActionQuestion(action)
    }
}
