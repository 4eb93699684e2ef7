package import Coordinates
import EntryLog
package import Handlingsplan
import PlanLog

extension Ledger {
    /// Entries that are to be dealt with together, with their root.
    /// - Throws: `Rejection` where one is not there, or the last stands before the first.
    package func run(from first: Position, through last: Position) throws -> VoidRun {
        guard first <= last else { throw Rejection.emptyRun(first, last) }
        return try log.read { log in
            guard last < log.size.end else {
                throw Rejection.unknownEntry(last, size: log.size)
            }
            return VoidRun(
                first: first, last: last, root: try log.root(from: first, through: last))
        }
    }
}
