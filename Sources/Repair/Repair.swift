import Audit
package import Checkpoints
package import Coordinates
import EntryLog
package import Failures
import Files
import Sharing

/// Refounds a ledger's log from what of it is still sound, and from other places that hold the same
/// entries, where it is damaged.
///
/// The damaged files are never written to. Whoever records waits meanwhile.
///
/// - Parameters:
///   - isPartial: whether the new log is put in place also where not all was brought back, or where
///     an audit finds that somebody recorded what they may not.
///   - isDryRun: whether nothing is put in place.
///   - seen: what the user last saw of ledgers.
///   - progress: called now and then with how many entries of how many were brought back.
/// - Throws: `OtherLedger`, `NothingToRepairFrom`, `ContradictedRepair`; `ClosedLedger`, `OpenToAll`;
///   `EntryLogError.notALedger`; `LMDBError`; `FileFailure`.
package func repair(
    _ directory: String, from places: [RepairPlace], isPartial: Bool, isDryRun: Bool,
    seen: SeenCheckpoints?, progress: @escaping (UInt64, UInt64) -> Void = { _, _ in }
) throws -> RepairReport {
    try LedgerUse.recording.require(of: directory)
    let place = LogPlace(directory: directory)
    try Audience.requireLimited([directory, place.log, place.log + "/data.mdb"])
    guard
        try ["log", "log.repaired", "checkpoints", "annexes", "views", "copy-of"]
            .contains(where: { try Folder.isThere(directory + "/" + $0) })
    else { throw EntryLogError.notALedger(path: directory) }

    return try Folder.withLock(on: directory) {
        try repairLocked(place, places, isPartial, isDryRun, seen, progress)
    }
}

/// As `repair`, while nobody else does, nor founds the ledger or brings the copy up to date.
private func repairLocked(
    _ place: LogPlace, _ places: [RepairPlace], _ isPartial: Bool, _ isDryRun: Bool,
    _ seen: SeenCheckpoints?, _ progress: @escaping (UInt64, UInt64) -> Void
) throws -> RepairReport {
    let directory = place.directory
    var report = RepairReport()
    report.finishedEarlier = try place.finishEarlier()
    let checkpoints = CheckpointFolder(path: directory + "/checkpoints")
    report.damages = try damages(ofLogAt: place.log, checkpoints) { log in
        (report.ledger, report.isRehearsal) = (log.id, log.founding.isRehearsal)
        (report.size, report.root) = try log.read { ($0.size, $0.head.root) }
        return OutsideKnowledge(kept: try seen.kept(of: log.id))
    }
    guard !report.damages.isEmpty else {
        report.outcome = .notDamaged
        return report
    }
    try place.begin()
    do {
        // Who waits to write the damaged log finds then that it was replaced.
        try place.withoutWriters {
            let refounding = try Refounding(
                directory, places, report: report, seen: seen, progress: progress)
            report = try refounding.finished()
            guard report.isSound, report.isVerified || isPartial else { return }
            report.outcome =
                isDryRun ? .wouldBeInPlace : .inPlace(damagedKeptAt: try place.putInPlace())
        }
    } catch {
        try? place.discard()
        throw error
    }
    try place.discard()
    return report
}

/// No place gives an entry that founds a ledger.
package struct NothingToRepairFrom: Error, Hashable, Sendable {}

/// Two places hold different ledgers.
package struct OtherLedger: Error, Hashable, Sendable {
    package let place: String
    package let than: String
}

/// The entries that there are, or another checkpoint, contradict a checkpoint that the ledger signed.
package struct ContradictedRepair: Error, Hashable, Sendable {
    package let size: TreeSize
    package let by: String
    /// The other checkpoint's place; nil where the entries are meant.
    package let and: String?
}

extension NothingToRepairFrom: Failing {
    package var failureKind: FailureKind { .storage("nothing-to-repair-from") }
}

extension OtherLedger: Failing {
    package var failureKind: FailureKind { .refused("other-ledger") }
}

extension ContradictedRepair: Failing {
    package var failureKind: FailureKind { .refused("contradicted-checkpoint") }
}
