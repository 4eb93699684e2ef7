import Annexes
import Audit
import Checkpoints
import Coordinates
import EntryLog
import Files
import FoundationEssentials
import Handlingsplan
import LMDB
import Publication
package import Registry
import TransparencyLog
import Views

/// A copy of a ledger in a directory of its own: the log, the annexes and the signed checkpoints, and
/// never a key that signs.
///
/// It is a ledger's directory, marked by `copy-of`, that can be read and audited, and is not recorded
/// in. Its views stand as far as its entries have been verified. Entries that it has are never changed:
/// a later backup only adds, once the ledger was found to begin with all of them.
///
/// | file | |
/// |---|---|
/// | `log/`, `annexes/`, `checkpoints/`, `views/` | as in a ledger |
/// | `copy-of` | the ledger's verification key, and the word `backup` |
/// | `older/SIZE/` | the backup as it was at that size: such a directory itself |
/// | `log.new/` | the log of a first backup that was cut off |
///
/// Whatever it is killed at, there is the backup as it was, or more of it; the next one goes on.
package struct Backup: Sendable {
    package let path: String

    /// - Parameter path: its directory, which the first backup makes.
    package init(at path: String) { self.path = path }

    var logPath: String { path + "/log" }
    var annexes: AnnexFolder { AnnexFolder(path: path + "/annexes") }
    var checkpoints: CheckpointFolder { CheckpointFolder(path: path + "/checkpoints") }
    var views: ViewStore { ViewStore(path: path + "/views", writable: true) }

    /// Brings the backup up to date while others record, and verifies what is new in it. Durable on
    /// return.
    ///
    /// The caller has checked the pages of the ledger's log.
    /// - Parameters:
    ///   - older: how many earlier states are kept beside it.
    ///   - whole: whether all of it is verified, and not only what is new. The first time, it is.
    /// - Throws: `NotACopy` for a directory with something else; `NotAnExtension` where the ledger does
    ///   not begin with the entries of the backup; `DamagedBackup`; `AnnexError`; what reading and
    ///   writing throw. What is wrong with the entries is found and not thrown.
    package func update(
        from ledger: Ledger, keeping older: Int = 0, verifyingAll whole: Bool = false
    ) throws -> BackupReport {
        try Folder.make(path, for: .owner)
        let lock = try FolderLock(on: path)
        defer { lock.release() }
        try CopyMark.backup.put(on: path, of: ledger.log.founding.verificationKey)
        let existing = try openedLog()
        let before = try existing?.read { $0.size }
        var findings = try existing.map { try extend($0, from: ledger, keeping: older) } ?? []
        let log = try existing ?? beginLog(of: ledger)
        try require(try log.checkPages())
        findings += try copyCheckpoints(of: ledger, upTo: try log.read { $0.size })
        findings += try missing(in: ledger)
        let verification = try verify(log, all: whole || before == nil)
        findings += verification.findings
        try lock.syncFileSystem()
        return try BackupReport(
            self, log, before: before, verifiedBefore: verification.before, findings: findings,
            of: ledger)
    }

    /// Its log, once every page of it was found sound; nil where there is none yet.
    private func openedLog() throws -> Log? {
        do {
            try require(try Log.checkPages(at: logPath))
            return try Log.open(at: logPath, .readWrite)
        } catch EntryLogError.notALedger {
            return nil
        }
    }

    private func require(_ pages: PageReport) throws(DamagedBackup) {
        if let damage = pages.damages.first {
            throw DamagedBackup(path: path, detail: "\(damage)")
        }
    }
}

/// Something in a backup's own log is damaged: nothing is added to it.
package struct DamagedBackup: Error, Hashable, Sendable {
    package let path: String
    package let detail: String
}

// MARK: The log and its annexes

extension Backup {
    /// Annexes come before the entries that name them, and after it is settled which entries these
    /// are: an annex is stored before its entry is recorded.
    private func beginLog(of ledger: Ledger) throws -> Log {
        let new = path + "/log.new"
        try? FileManager.default.removeItem(atPath: new)
        try Folder.make(new, for: .owner)
        try ledger.log.copy(to: new)
        try Folder.sync(new)
        try annexes.add(from: ledger.annexes)
        try Folder.move(new, to: logPath)
        return try Log.open(at: logPath, .readWrite)
    }

    /// - Returns: the first entry that cannot be copied, if there is one.
    private func extend(
        _ copy: Log, from ledger: Ledger, keeping older: Int
    ) throws -> [Finding] {
        try ledger.log.read { log in
            try annexes.add(from: ledger.annexes)
            let size = try copy.read { $0.size }
            if log.size > size { try keepOlder(copy, of: size, atMost: older) }
            do {
                try copy.extend(from: log)
                return []
            } catch let error as MalformedEntry {
                return [Finding(.malformed(error.description), at: try copy.read { $0.size.end })]
            }
        }
    }
}

// MARK: What lies beside it

extension Backup {
    private func copyCheckpoints(of ledger: Ledger, upTo size: TreeSize) throws -> [Finding] {
        do {
            return try checkpoints.add(
                from: ledger.checkpoints, upTo: size,
                signedBy: ledger.log.founding.verificationKey
            ).map { Finding(.checkpointUnsound($0.size, "\($0.reason)")) }
        } catch is MalformedIndex {
            return [Finding(.checkpointIndexMalformed)]
        }
    }

    /// What the ledger once had, and has no longer.
    private func missing(in ledger: Ledger) throws -> [Finding] {
        let kept = Set(try ledger.checkpoints.sizes())
        let gone = Set(try ledger.annexes.digests())
        return try checkpoints.sizes().filter { !kept.contains($0) }
            .map { Finding(.checkpointRemoved($0)) }
            + annexes.digests().filter { !gone.contains($0) }
            .compactMap { AnnexDigest($0) }.map { Finding(.annexGone($0)) }
    }
}
