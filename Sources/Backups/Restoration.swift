import Annexes
package import Audit
import Checkpoints
package import Coordinates
package import EntryLog
package import Failures
import Files
import LMDB
import Registry
package import TransparencyLog
import Views

/// A ledger made again in an empty directory from a backup, or from any other ledger's directory.
///
/// All is put together beside `restoring`, a file that says from where, and verified; then the log gets
/// its name, and that file goes. So whatever it is cut off at, there is no ledger yet, or the whole one,
/// and a second run begins anew, or ends it.
package struct Restoration: Sendable {
    package let source: String
    package let directory: String
    /// How many of the entries; nil for all.
    package let size: TreeSize?

    package init(from source: String, to directory: String, upTo size: TreeSize? = nil) {
        (self.source, self.directory, self.size) = (source, directory, size)
    }

    private var mark: String { directory + "/restoring" }
    private var newLogPath: String { directory + "/log.new" }
    private var logPath: String { directory + "/log" }

    /// Durable on return.
    /// - Throws: `NotEmpty` for a directory with something else; `ShorterBackup` where the source has
    ///   not as many entries; `DamagedBackup`; what reading and writing throw. What is wrong with the
    ///   entries is found and not thrown: the ledger is as it was in the backup.
    package func run() throws -> RestorationReport {
        try Backup.requireSound(at: source)
        let original = try Log.open(at: source + "/log", .readOnly)
        try original.read { try require(size ?? $0.size, of: $0) }
        try NestedPlace.makeFolder(directory, apartFrom: source)
        let lock = try FolderLock(on: directory)
        defer { lock.release() }
        try begin()
        let report = try original.read { try restore(original, $0) }
        try lock.syncFileSystem()
        if try !isLogInPlace() { try Folder.move(newLogPath, to: logPath) }
        WholeFile.remove(mark)
        try Folder.sync(directory)
        return report
    }

    /// Marks an empty directory, or clears one that a restoration of the same was cut off in.
    private func begin() throws {
        let line = Array("\(try Folder.fullPath(source))\n\(size.map { "\($0)" } ?? "all")\n".utf8)
        if try WholeFile.read(mark, byteLimit: 16384) != line {
            guard try Folder.names(in: directory)?.allSatisfy(Draft.isName) ?? true else {
                throw NotEmpty(path: directory)
            }
            try WholeFile.write(line, to: mark)
        }
        try Folder.remove(newLogPath)
    }

    private func isLogInPlace() throws(FileFailure) -> Bool {
        try Folder.names(in: logPath) != nil
    }

    /// Refuses more entries than there are, and a part of a command, which is recorded whole.
    private func require(_ size: TreeSize, of log: borrowing LogSnapshot) throws {
        guard size <= log.size else {
            throw ShorterBackup(path: source, size: log.size, wanted: size)
        }
        guard size < log.size, let last = size.last else { return }
        let command = try log.entry(at: last) { $0.commandID }
        if let positions = try log.positions(of: command), positions.contains(size.end) {
            throw WithinCommand(positions: positions)
        }
    }

    private func restore(
        _ original: Log, _ snapshot: borrowing LogSnapshot
    ) throws -> RestorationReport {
        let size = size ?? snapshot.size
        let log = try log(of: original, snapshot, upTo: size)
        let annexes = AnnexFolder(path: directory + "/annexes")
        try annexes.add(from: AnnexFolder(path: source + "/annexes"))
        let checkpoints = CheckpointFolder(path: directory + "/checkpoints")
        let kept = CheckpointFolder(path: source + "/checkpoints")
        var findings: [Finding] = []
        do {
            try checkpoints.add(from: kept, upTo: size, signedBy: log.founding.verificationKey)
        } catch is MalformedIndex {
            // The checkpoints are there; the list is made anew of them.
            findings.append(Finding(.checkpointIndexMalformed))
        }
        let views = ViewStore(path: directory + "/views", writable: true)
        let audit = try audit(log, views, annexes, checkpoints)
        if audit.isVerified { _ = try views.rebuild(from: log) }
        return RestorationReport(
            ledger: log.id, founding: log.founding, head: try log.read { $0.head },
            findings: findings + audit.findings,
            leftOut: snapshot.size.count - size.count,
            checkpointsLeftOut: try kept.sizes().filter { $0 > size })
    }

    private func log(
        of original: Log, _ snapshot: borrowing LogSnapshot, upTo size: TreeSize
    ) throws -> Log {
        if try isLogInPlace() { return try Log.open(at: logPath, .readWrite) }
        try Folder.make(newLogPath)
        guard size < snapshot.size else {
            try original.copy(to: newLogPath)
            return try Log.open(at: newLogPath, .readWrite)
        }
        let founding = try snapshot.bytes(at: Position(0)).withUnsafeBytes { Array($0) }
        let log = try Log.beginCopy(at: newLogPath, of: founding)
        try log.extend(from: snapshot, upTo: size)
        return log
    }
}

/// What was restored.
package struct RestorationReport: Sendable {
    package let ledger: Hash
    package let founding: Founding
    package let head: Head
    /// What is wrong with it.
    package let findings: [Finding]
    /// How many entries of the backup are not in it.
    package let leftOut: UInt64
    /// The sizes of signed checkpoints that speak of entries which were left out.
    package let checkpointsLeftOut: [TreeSize]

    package var isSound: Bool { findings.isEmpty }
}

/// A position within the entries of one command: without the others, it could never be sent again.
package struct WithinCommand: Error, Hashable, Sendable {
    package let positions: Range<Position>
}

/// A directory that holds something already.
package struct NotEmpty: Error, Hashable, Sendable {
    package let path: String
}

/// A backup of fewer entries than are wanted of it.
package struct ShorterBackup: Error, Hashable, Sendable {
    package let path: String
    package let size: TreeSize
    package let wanted: TreeSize
}

extension WithinCommand: Failing {
    package var failureKind: FailureKind { .refused("within-command") }
}

extension NotEmpty: Failing {
    package var failureKind: FailureKind { .refused("not-empty") }
}

extension ShorterBackup: Failing {
    package var failureKind: FailureKind { .refused("shorter-backup") }
}
