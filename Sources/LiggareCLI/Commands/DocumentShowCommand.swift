import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Views

struct DocumentShowCommand: TimedCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show it with all that belongs to it: areas, goals, actions, figures, follow-ups."
    )

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Its short name.") var slug: DocumentSlug
    @OptionGroup var times: TimeOptions
    @Flag(help: "Show who recorded what about it, and when, too.") var history = false

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DocumentQuestion {
        DocumentQuestion(slug, withHistory: history)
    }
}
