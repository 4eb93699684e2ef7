import Annexes
import Audit
import Checkpoints
import Coordinates
import EntryLog
package import Failures
import Files
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
/// | `attestation.json` | what was said of the last backup |
/// | `log.new/` | the log of a first backup that was cut off |
/// | `unsound` | something was found the last time: until all was verified again and nothing is, no earlier state is made of this one, and none is removed |
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
    ///   - attest: what is to be kept of the report in `attestation.json`.
    /// - Throws: `NotACopy` for a directory with something else; `NotAnExtension` where the ledger does
    ///   not begin with the entries of the backup; `DamagedBackup`; `AnnexError`; what reading and
    ///   writing throw. What is wrong with the entries is found and not thrown.
    package func update(
        from ledger: Ledger, keeping older: Int = 0, verifyingAll whole: Bool = false,
        attest: ((BackupReport) -> [UInt8])? = nil
    ) throws -> BackupReport {
        try NestedPlace.makeFolder(path, apartFrom: ledger.directory)
        let lock = try FolderLock(on: path)
        defer { lock.release() }
        try CopyMark.backup.put(on: path, of: ledger.log.founding.verificationKey)
        let existing = try openedLog()
        let isUnsound = try hasOpenFindings
        let before = try existing?.read { $0.size }
        try existing.map {
            try extend($0, from: ledger, keepingOlder: older > 0 && !isUnsound)
        }
        let log = try existing ?? beginLog(of: ledger)
        try require(try log.checkPages())
        var findings = try copyCheckpoints(of: ledger, upTo: try log.read { $0.size })
        let isWhole = whole || isUnsound || before == nil
        let verification = try verify(log, all: isWhole)
        findings += try lost(by: ledger, comparing: isWhole) + verification.findings
        try noteFindings(findings)
        if findings.isEmpty { try removeOlder(butFor: older) }
        let report = try BackupReport(
            self, log, before: before, verifiedBefore: verification.before,
            findings: findings.withoutRepetitions, of: ledger)
        if let attest { try WholeFile.write(attest(report), to: path + "/attestation.json") }
        try lock.syncFileSystem()
        return report
    }

    /// Its log, once every page of it was found sound; nil where there is none yet.
    private func openedLog() throws -> Log? {
        do {
            try require(try Log.checkPages(at: logPath))
            return try Log.open(at: logPath, .readWrite)
        } catch EntryLogError.notALedger {
            guard try Folder.names(in: logPath) == nil else {
                throw DamagedBackup(path: path, detail: "its data file, which is gone or empty")
            }
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
        try Folder.remove(new)
        try Folder.make(new, for: .owner)
        try ledger.log.copy(to: new)
        try Folder.sync(new)
        try annexes.add(from: ledger.annexes)
        try Folder.move(new, to: logPath)
        return try Log.open(at: logPath, .readWrite)
    }

    private func extend(_ copy: Log, from ledger: Ledger, keepingOlder: Bool) throws {
        try ledger.log.read { log in
            // Before anything is written.
            let size = try copy.requireBeginning(of: log)
            if log.size > size, keepingOlder { try keepOlder(copy, of: size) }
            try annexes.add(from: ledger.annexes)
            try copy.extend(from: log)
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
    /// - Parameter isComparing: whether the annexes are read, too, and held against those here.
    private func lost(by ledger: Ledger, comparing isComparing: Bool) throws -> [Finding] {
        let kept = Set(try ledger.checkpoints.sizes())
        let gone = try checkpoints.sizes().filter { !kept.contains($0) }
            .map { Finding(.checkpointRemoved($0)) }
        let there = isComparing ? [] : Set(try ledger.annexes.digests())
        return try gone
            + annexes.digests().compactMap { digest -> Finding? in
                guard let named = Digest256(digest), !there.contains(digest) else { return nil }
                let problem =
                    isComparing
                    ? ledger.annexes.problem(
                        with: digest, byteCount: try annexes.byteCount(of: digest)) : .missing
                return problem.map { Finding(.annexLost(named, $0)) }
            }
    }
}

// MARK: Findings that are open

extension Backup {
    private var openFindings: String { path + "/unsound" }

    var hasOpenFindings: Bool {
        get throws(FileFailure) { try WholeFile.read(openFindings, byteLimit: 0) != nil }
    }

    private func noteFindings(_ findings: [Finding]) throws(FileFailure) {
        if findings.isEmpty {
            WholeFile.remove(openFindings)
        } else {
            try WholeFile.write([], to: openFindings)
        }
    }
}

extension [Finding] {
    fileprivate var withoutRepetitions: [Finding] {
        var seen: Set<Finding> = []
        return filter { seen.insert($0).inserted }
    }
}

extension DamagedBackup: Failing {
    package var failureKind: FailureKind { .storage("damaged-backup") }
}
