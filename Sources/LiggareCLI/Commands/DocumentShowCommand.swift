import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Reports
import Views

struct DocumentShowCommand: TimedCommand {
    static let configuration = CommandConfiguration(.policyShow)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.documentSlug)) var slug: DocumentSlug
    @OptionGroup var times: TimeOptions
    @Flag(help: .of(.documentShowHistory)) var history = false

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DocumentQuestion {
        DocumentQuestion(slug, withHistory: history)
    }
}
