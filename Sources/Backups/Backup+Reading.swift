import Coordinates
import EntryLog
import LMDB
package import Registry
import Views

extension Backup {
    /// The backup, to be read, once all of its entries have been verified.
    /// - Throws: `DamagedBackup`; `UnverifiedCopy`; as `Ledger.open`.
    package func openVerified() throws -> Ledger {
        if let damage = try Ledger.checkPages(at: path).log.damages.first {
            throw DamagedBackup(path: path, detail: "\(damage)")
        }
        let ledger = try Ledger.open(at: path, .readOnly)
        let size = try ledger.log.read { $0.size }
        let verified = try ledger.views.storedRows()?.size ?? TreeSize(0)
        guard verified == size else { throw UnverifiedCopy(verified: verified) }
        return ledger
    }
}
