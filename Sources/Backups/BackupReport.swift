import Annexes
package import Audit
import Checkpoints
package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog
import Registry
package import TransparencyLog
import Views

/// What a backup holds, and what was found of it.
package struct BackupReport: Sendable {
    package let path: String
    package let ledger: Hash
    package let founding: Founding
    package let size: TreeSize
    package let root: Hash
    /// When the last of its entries was recorded.
    package let recordedAt: Timestamp
    /// How many entries it had before; nil for a first one.
    package let before: TreeSize?
    package let annexCount: Int
    package let checkpointCount: Int
    package let olderSizes: [TreeSize]
    /// Up to where its entries had been verified before, and were not again.
    package let verifiedBefore: TreeSize
    package let findings: [Finding]
    /// Whose keys may record now: as the ledger's own key, they are in no backup.
    package let writers: [(writer: Writer, right: Right)]

    package var isSound: Bool { findings.isEmpty }

    init(
        _ backup: Backup, _ log: Log, before: TreeSize?, verifiedBefore: TreeSize,
        findings: [Finding], of ledger: Ledger
    ) throws {
        path = backup.path
        self.ledger = log.id
        founding = log.founding
        let head = try log.read { $0.head }
        (size, root, recordedAt) = (head.size, head.root, head.recordedAt)
        self.before = before
        annexCount = try backup.annexes.digests().count
        checkpointCount = try backup.checkpoints.sizes().count
        olderSizes = try backup.olderSizes()
        self.verifiedBefore = verifiedBefore
        self.findings = findings
        do {
            writers = try ledger.read { log, views in
                let (keys, founder) = (try views.keys(), Writer(ledger.log.founding.founder))
                let known = log.size.last ?? Position(0)
                return keys.writers(founder: founder, known: known).compactMap { writer in
                    keys.right(of: writer, founder: founder, known: known).map { (writer, $0) }
                }
            }
        } catch is EntryLogError where !findings.isEmpty {
            // Who may record, entries that do not hold cannot say.
            writers = []
        }
    }
}
