package import Checkpoints
package import Coordinates
import EntryLog
package import Failures
import Files
import PlanLog
import Sharing
package import TransparencyLog

/// What was cut off a log, or would be.
package struct RecoveryReport: Sendable {
    package enum Outcome: Equatable, Sendable {
        /// The log ends with what the checkpoint covers, and is as it was.
        case nothingBeyond
        /// The new log is in place.
        case inPlace(oldKeptAt: String)
        /// It would be, but nothing was to be changed.
        case wouldBeInPlace
    }

    package internal(set) var outcome = Outcome.nothingBeyond
    package let ledger: Hash
    package let isRehearsal: Bool
    /// The newest that the ledger signed, with which the log ends now.
    package let checkpoint: Checkpoint
    /// How long the log was.
    package let before: TreeSize
    /// What went, whether it could be read or not.
    package internal(set) var gone: [Position] = []
}

/// Cuts off what stands in a log behind the newest checkpoint that the ledger signed: for whoever finds
/// there what a stranger wrote, and would rather have it gone than void for ever. A copy of the whole
/// log is set aside.
///
/// What was promised stays: nothing is cut off that a checkpoint, and so a witness or what was
/// published, covers, nor what the user has seen of the ledger. Whoever records waits meanwhile.
///
/// - Parameters:
///   - isDryRun: whether nothing is put in place.
///   - seen: what the user last saw of ledgers.
/// - Throws: `NothingSigned`; `SeenBeyondCheckpoint`; `ForkedCheckpoint`; `ClosedLedger`, `OpenToAll`;
///   `EntryLogError`; `LMDBError`; `FileFailure`.
package func recover(
    _ directory: String, isDryRun: Bool, seen: SeenCheckpoints?
) throws -> RecoveryReport {
    try LedgerUse.recording.require(of: directory)
    let place = LogPlace(directory: directory)
    try Audience.requireLimited([directory, place.log, place.log + "/data.mdb"])
    return try Folder.withLock(on: directory) {
        _ = try place.finishEarlier()
        let log = try Log.open(at: place.log, .readOnly)
        let checkpoints = CheckpointFolder(path: directory + "/checkpoints")
        let checkpoint = try checkpoints.newestPromised(of: log.founding.verificationKey)
        guard let checkpoint else { throw NothingSigned() }
        if let last = try seen?.last(of: log.id), last.size > checkpoint.size {
            throw SeenBeyondCheckpoint(seen: last.size, checkpoint: checkpoint.size)
        }
        var report: RecoveryReport?
        try place.withoutWriters {
            try log.read { try checkpoints.require(checkpoint, in: $0) }
            report = try cut(log, back: checkpoint, in: place, isDryRun)
        }
        guard let report else { preconditionFailure("what is done under a lock is done") }
        return report
    }
}

private func cut(
    _ log: Log, back checkpoint: Checkpoint, in place: LogPlace, _ isDryRun: Bool
) throws -> RecoveryReport {
    try log.read { snapshot in
        var report = RecoveryReport(
            ledger: log.id, isRehearsal: log.founding.isRehearsal, checkpoint: checkpoint,
            before: snapshot.size)
        guard snapshot.size > checkpoint.size else { return report }
        let gone = checkpoint.size.end.index..<snapshot.size.count
        report.gone = gone.map { Position($0) }
        report.outcome = .wouldBeInPlace
        if isDryRun { return report }
        try place.begin()
        do {
            try copy(snapshot, upTo: checkpoint, to: place.new)
            guard let kept = try place.putInPlace() else {
                preconditionFailure("the log that was read is in place")
            }
            report.outcome = .inPlace(oldKeptAt: kept)
        } catch {
            try? place.discard()
            throw error
        }
        return report
    }
}

/// - Throws: `EntryLogError.damaged` where the entries do not give the checkpoint's root.
private func copy(
    _ log: borrowing LogSnapshot, upTo checkpoint: Checkpoint, to path: String
) throws {
    func bytes(at position: Position) throws -> [UInt8] {
        try log.bytes(at: position).withUnsafeBytes { Array($0) }
    }
    let new = try Log.beginCopy(at: path, of: try bytes(at: Position(0)))
    var (stored, waiting) = (TreeSize(1), [[UInt8]]())
    for index in 1..<max(1, checkpoint.size.count) {
        waiting.append(try bytes(at: Position(index)))
        if waiting.count == 1024 || index == checkpoint.size.count - 1 {
            try new.appendCopies(waiting, after: stored)
            (stored, waiting) = (Position(index).treeSize, [])
        }
    }
    guard try new.read({ try $0.holds(checkpoint) }) else {
        throw EntryLogError.damaged("its entries do not give the checkpoint's root")
    }
}

/// Entries that were rightly recorded would be cut off.
package struct StandingEntriesBeyond: Error, Hashable, Sendable {
    package let first: Position
    package let count: UInt64

    package init(first: Position, count: UInt64) {
        self.first = first
        self.count = count
    }
}

/// The ledger has signed no checkpoint: nothing says where to cut.
package struct NothingSigned: Error, Hashable, Sendable {}

/// The user has seen more of the ledger than its newest checkpoint covers: that was acknowledged.
package struct SeenBeyondCheckpoint: Error, Hashable, Sendable {
    package let seen: TreeSize
    package let checkpoint: TreeSize
}

extension StandingEntriesBeyond: Failing {
    package var failureKind: FailureKind { .refused("standing-entries-beyond") }
}

extension NothingSigned: Failing {
    package var failureKind: FailureKind { .missing("nothing-signed") }
}

extension SeenBeyondCheckpoint: Failing {
    package var failureKind: FailureKind { .refused("seen-beyond-checkpoint") }
}
