import Answers
import EntryLog
import Registry
import Views

extension Ledger {
    /// What everybody who gets an answer of it is told.
    func caveats(in views: ViewSet) throws -> Caveats { try Caveats(of: log.founding, in: views) }
}
