import Coordinates
import EntryLog
package import Failures
import LMDB
package import Registry
import Views

extension Backup {
    /// Refuses a damaged page of a backup, or of what is to be read as one, before LMDB follows any.
    /// - Throws: `NoBackup`; `DamagedBackup`; `ClosedLedger` for whoever may not look.
    static func requireSound(at path: String) throws {
        do {
            if let damage = try Ledger.checkLogPages(at: path).damages.first {
                throw DamagedBackup(path: path, detail: "\(damage)")
            }
        } catch EntryLogError.notALedger {
            throw NoBackup(path: path)
        } catch EntryLogError.damaged(let detail) {
            throw DamagedBackup(path: path, detail: detail)
        }
    }

    /// The backup, to be read, once all of its entries have been verified.
    /// - Throws: `NoBackup`; `DamagedBackup`; `UnverifiedCopy`; as `Ledger.open`.
    package func openVerified() throws -> Ledger {
        try Self.requireSound(at: path)
        let ledger = try Ledger.open(at: path, .readOnly)
        guard ledger.copy != nil else { throw NoBackup(path: path) }
        let size = try ledger.log.read { $0.size }
        if try hasOpenFindings { throw UnverifiedCopy(verified: TreeSize(0)) }
        let verified = try ledger.views.storedRows()?.size ?? TreeSize(0)
        guard verified == size else { throw UnverifiedCopy(verified: verified) }
        return ledger
    }
}

/// A directory without a ledger's log, or with the ledger itself where a copy is to be.
package struct NoBackup: Error, Hashable, Sendable {
    package let path: String
}

extension NoBackup: Failing {
    package var failureKind: FailureKind { .missing("no-backup") }
}
