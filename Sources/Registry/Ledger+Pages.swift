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
    /// - Throws: `EntryLogError.damaged`; as `checkLogPages`.
    package static func requireSoundPages(at directory: String) throws {
        if let damage = try checkLogPages(at: directory).damages.first {
            throw EntryLogError.damaged("\(damage) (log/data.mdb)")
        }
    }

    /// Checks every page of a ledger's log, before LMDB follows any.
    /// - Throws: `ClosedLedger` for whoever may not look; `EntryLogError.notALedger`, `.damaged`;
    ///   `LMDBError` for what is no damage.
    package static func checkLogPages(at directory: String) throws -> PageReport {
        try LedgerUse.looking.require(of: directory)
        return try naming(directory) { try Log.checkPages(at: logPath(directory)) }
    }

    /// As `checkLogPages`, of the views, too.
    package static func checkPages(at directory: String) throws -> LedgerPages {
        LedgerPages(
            log: try checkLogPages(at: directory),
            views: try ViewStore(path: viewsPath(directory), writable: false).checkPages())
    }
}
