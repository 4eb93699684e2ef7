import EntryLog
package import LMDB
import Sharing
import Views

/// What a check of the pages that a ledger's tables lie in found.
package struct LedgerPages: Sendable {
    package let log: PageReport
    /// Nil where nothing is stored of the views.
    package let views: PageReport?
}

extension Ledger {
    /// Refuses a log with a damaged page, before LMDB follows any.
    /// - Throws: `EntryLogError.damaged`; as `checkPages`.
    package static func requireSoundPages(at directory: String) throws {
        try LedgerUse.looking.require(of: directory)
        let report = try naming(directory) { try Log.checkPages(at: logPath(directory)) }
        if let damage = report.damages.first {
            throw EntryLogError.damaged("\(damage) (log/data.mdb)")
        }
    }

    /// Checks every page of a ledger's log and views, before LMDB follows any.
    /// - Throws: `ClosedLedger` for whoever may not look; `EntryLogError.notALedger`, `.damaged`;
    ///   `LMDBError` for what is no damage.
    package static func checkPages(at directory: String) throws -> LedgerPages {
        try LedgerUse.looking.require(of: directory)
        return LedgerPages(
            log: try naming(directory) { try Log.checkPages(at: logPath(directory)) },
            views: try ViewStore(path: viewsPath(directory), writable: false).checkPages())
    }
}
