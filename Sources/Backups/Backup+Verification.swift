import Annexes
import Audit
import Checkpoints
import Coordinates
import EntryLog
import Handlingsplan
import Views

extension Backup {
    /// What was verified of a backup.
    struct Verification {
        /// Up to where its entries had been verified before, and were not again.
        let before: TreeSize
        let findings: [Finding]
    }

    /// Verifies the entries, annexes and checkpoints: all of them, or those that are new. Where nothing
    /// is wrong with the entries, the views then stand for all of them.
    func verify(_ log: Log, all isWhole: Bool) throws -> Verification {
        guard isWhole else {
            let new = try auditNewEntries(of: log, views)
            let folder = annexes
            let annexes = new.annexes.compactMap { annex, position in
                folder.problem(with: annex.digest.bytes, byteCount: annex.byteCount)
                    .map { Finding(.annex(annex, $0), at: position) }
            }
            return Verification(
                before: new.before,
                findings: new.findings + annexes + (try findings(in: checkpoints, against: log)))
        }
        let report = try audit(log, views, annexes, checkpoints)
        if report.isVerified { _ = try views.rebuild(from: log) }
        return Verification(before: TreeSize(0), findings: report.findings)
    }
}
