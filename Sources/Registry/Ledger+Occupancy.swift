import EntryLog
package import LMDB
import Views

/// How the files that a ledger's tables lie in are used.
package struct LedgerOccupancy: Sendable {
    package let log: Occupancy
    /// Nil where nothing is stored of the views.
    package let views: Occupancy?
}

extension Ledger {
    package func occupancy() throws -> LedgerOccupancy {
        LedgerOccupancy(log: try log.occupancy(), views: try views.occupancy())
    }
}
