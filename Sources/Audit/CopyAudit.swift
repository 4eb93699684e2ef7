package import Checkpoints
package import Coordinates
import EntryLog
import Files
package import Publication
package import TransparencyLog
import Views

/// What an audit of a published ledger found.
package struct PublishedReport: Hashable, Sendable {
    /// Nil where no checkpoint could be believed.
    package fileprivate(set) var size: TreeSize?
    package fileprivate(set) var root: Hash?
    package fileprivate(set) var ledger: Hash?
    package fileprivate(set) var isRehearsal = false
    /// What had been audited before.
    package fileprivate(set) var before = TreeSize(0)
    /// Of the entries after that.
    package fileprivate(set) var entryCount = 0
    package fileprivate(set) var eventCount = 0
    /// Annexes that these entries name. They are not published.
    package fileprivate(set) var annexCount = 0
    package fileprivate(set) var sightings = Sightings()
    package fileprivate(set) var findings: [Finding] = []
    /// How much was read to find this out.
    package fileprivate(set) var fileCount = 0
    package fileprivate(set) var byteCount = 0

    package var isVerified: Bool { findings.isEmpty }
}

/// Audits a published ledger, with a copy of it that the auditor keeps.
///
/// The copy is a ledger's directory: its log holds the entries as they were published, each checked
/// against a signed checkpoint before it was put there, and its views stand as far as everything in
/// it has been verified. So only what is new is fetched and checked, a server that goes back on what
/// it once showed is found out, and boards and replays can be asked of the copy.
///
/// - Parameters:
///   - key: the ledger's, from somebody else than the server.
///   - path: the copy's directory, which is made the first time.
/// - Throws: what reading and writing throw. What is wrong with the ledger is found and not thrown.
package func audit(
    _ published: PublishedLog, signedBy key: VerificationKey, copyAt path: String,
    against outside: OutsideKnowledge = OutsideKnowledge()
) throws -> PublishedReport {
    try Folder.make(path, mode: 0o700)
    return try Folder.withLock(on: path) {
        try CopyMark.put(on: path, of: key)
        var audit = CopyAudit(published, key, path)
        do {
            try audit.run(against: outside)
        } catch let error as UnsoundFile {
            audit.found(.publishedFile(name: error.name, error.detail))
        } catch let error as MalformedEntry {
            // Of the founding entry: the form of all others is known before they are stored.
            audit.found(.malformed(error.description), at: Position(0))
        }
        return audit.report
    }
}

private struct CopyAudit {
    private var published: PublishedLog
    private let key: VerificationKey
    private let path: String
    private let checkpoints: CheckpointFolder
    private var result = PublishedReport()

    init(_ published: PublishedLog, _ key: VerificationKey, _ path: String) {
        self.published = published
        self.key = key
        self.path = path
        checkpoints = CheckpointFolder(path: path + "/checkpoints")
    }

    var report: PublishedReport {
        var report = result
        report.fileCount = published.fileCount
        report.byteCount = published.byteCount
        report.findings = report.findings.inOrder
        return report
    }

    mutating func found(_ problem: Problem, at position: Position? = nil) {
        result.findings.append(Finding(problem, at: position))
    }

    mutating func run(against outside: OutsideKnowledge) throws {
        guard let (checkpoint, note) = try believedCheckpoint() else { return }
        result.size = checkpoint.size
        result.root = checkpoint.root
        guard let log = try copy(upTo: checkpoint) else { return }
        result.ledger = log.id
        result.isRehearsal = log.founding.isRehearsal
        guard log.founding.verificationKey == key else {
            return found(.otherCheckpointKey, at: Position(0))
        }
        try keep(note, checkpoint, of: log)
        try verifyNew(in: log)
        let signed = try SignedCheckpoints(
            in: checkpoints, of: log.founding, by: outside.witnesses)
        let (findings, sightings) = try log.read {
            try compare($0, of: log.id, with: signed, and: outside)
        }
        result.findings += findings
        result.sightings = sightings
    }

    private mutating func believedCheckpoint() throws -> (Checkpoint, SignedNote)? {
        let bytes = try published.checkpoint()
        do throws(NoteError) {
            let checkpoint = try Checkpoint(bytes, signedBy: key)
            guard checkpoint.size.count > 0 else {
                found(.publishedCheckpoint("it is that of an empty log"))
                return nil
            }
            return try? (checkpoint, SignedNote(bytes))
        } catch {
            found(.publishedCheckpoint("\(error)"))
            return nil
        }
    }
}

// MARK: Bringing the copy up to date

extension CopyAudit {
    /// The copy with all entries of the checkpoint; nil where they do not fit, which has been found.
    private mutating func copy(upTo checkpoint: Checkpoint) throws -> Log? {
        let logPath = path + "/log"
        var copy = try existingCopy(at: logPath)
        let size = try copy.map { try $0.read { $0.size } } ?? TreeSize(0)
        result.before = size
        if size > checkpoint.size {
            found(.shorter(than: size, "the copy kept from before"), at: checkpoint.size.end)
            return nil
        }
        guard let leaves = try leaves(from: size, to: checkpoint, beside: copy) else { return nil }
        try Folder.make(logPath, mode: 0o700)
        var pending = PendingEntries(after: size)
        for batch in EntryBundle.batches(from: size, to: checkpoint.size) {
            for (bundle, entries) in zip(batch, try published.entries(of: batch)) {
                for (index, entry) in entries.enumerated() {
                    let position = Position(bundle.positions.lowerBound.index + UInt64(index))
                    guard position >= size.end else { continue }
                    guard Hash.leaf(entry.span.bytes) == leaves[position.index - size.count] else {
                        found(.publishedEntryDiffers(bundle), at: position)
                        return nil
                    }
                    do throws(MalformedEntry) {
                        try pending.add(entry)
                    } catch {
                        found(.malformed(error.description), at: position)
                        return nil
                    }
                }
            }
            try pending.store(
                in: &copy, at: logPath,
                isLast: batch.last?.positions.upperBound
                    == checkpoint.size.end)
        }
        return copy
    }

    private func existingCopy(at logPath: String) throws -> Log? {
        guard try Folder.names(in: logPath)?.contains("data.mdb") ?? false else { return nil }
        return try Log.open(at: logPath, .readWrite)
    }

    /// The leaf hashes of the entries that are new, from tiles that give the checkpoint's root; nil
    /// where they do not, which has been found.
    private mutating func leaves(
        from size: TreeSize, to checkpoint: Checkpoint, beside copy: Log?
    ) throws -> NewLeaves? {
        var new = try NewLeaves(after: size, in: copy)
        for batch in EntryBundle.batches(from: size, to: checkpoint.size) {
            let tiles = batch.compactMap { Tile(level: 0, index: $0.index, width: $0.width) }
            for (tile, hashes) in zip(tiles, try published.hashes(of: tiles)) {
                new.add(hashes, of: tile)
            }
        }
        guard new.root == checkpoint.root else {
            try findWhatDiffers(new, in: checkpoint)
            return nil
        }
        let upper = Tile.added(from: size, to: checkpoint.size).filter { $0.level > 0 }
        for batch in upper.batches(of: PublishedLog.batchSize) {
            for (tile, hashes) in zip(batch, try published.hashes(of: batch))
            where try !new.fit(hashes, in: tile, beside: copy) {
                let last = tile.subtree(at: tile.width - 1)
                found(
                    .publishedTileDiffers(tile), at: Position((last.index + 1) << last.level - 1))
                return nil
            }
        }
        return new
    }

    /// The tiles do not give the checkpoint's root. Where they differ from the entries, one of the
    /// two is to blame; where they do not, the whole log is another than the one before.
    private mutating func findWhatDiffers(
        _ leaves: NewLeaves, in checkpoint: Checkpoint
    ) throws {
        let size = leaves.start
        for batch in EntryBundle.batches(from: size, to: checkpoint.size) {
            for (bundle, entries) in zip(batch, try published.entries(of: batch)) {
                for (index, entry) in entries.enumerated() {
                    let position = Position(bundle.positions.lowerBound.index + UInt64(index))
                    guard position >= size.end,
                        Hash.leaf(entry.span.bytes) != leaves[position.index - size.count],
                        let tile = Tile(level: 0, index: bundle.index, width: bundle.width)
                    else { continue }
                    found(.publishedTileDiffers(tile), at: position)
                    break
                }
            }
        }
        if size.count > 0 {
            found(.otherHistory(of: size, "the copy kept from before"))
        } else {
            found(.publishedRootDiffers(stated: checkpoint.root, computed: leaves.root))
        }
    }

    /// Keeps the checkpoint, and those that witnesses cosigned and that are not kept yet.
    private mutating func keep(
        _ note: SignedNote, _ checkpoint: Checkpoint, of log: Log
    ) throws {
        try checkpoints.store(note, of: checkpoint.size)
        let kept = Set(try checkpoints.sizes())
        let missing = try published.checkpointSizes().filter { !kept.contains($0) }
        for bytes in try published.checkpoints(of: missing) {
            do throws(NoteError) {
                let earlier = try Checkpoint(bytes, signedBy: key)
                guard let note = try? SignedNote(bytes) else { continue }
                try? checkpoints.store(note, of: earlier.size)
            } catch {
                found(.publishedCheckpoint("\(error)"))
            }
        }
    }
}

// MARK: Verifying what is new

extension CopyAudit {
    private mutating func verifyNew(in log: Log) throws {
        let views = ViewStore(path: path + "/views", writable: true)
        guard let rows = try? views.storedRows() else {
            try log.read { snapshot in
                var verifier = LogVerifier()
                try verify(with: &verifier, from: Position(0), in: snapshot)
                if result.isVerified { try views.rebuild(from: snapshot) }
            }
            return
        }
        try log.read { snapshot in
            // As far as the rows stand, everything has been verified before.
            let verified = try ViewSet(of: snapshot, over: rows, upTo: TreeSize(1))
            result.before = verified.size
            var verifier = try LogVerifier(
                resuming: snapshot, of: log.founding, over: verified)
            try verify(with: &verifier, from: verified.size.end, in: snapshot)
            if result.isVerified, let state = verifier.state {
                try views.flush(state, of: snapshot)
            }
        }
    }

    private mutating func verify<Fold: ActFold>(
        with verifier: inout LogVerifier<Fold>, from first: Position,
        in log: borrowing LogSnapshot
    ) throws {
        try log.forEachRecord(from: first) { position, bytes in
            try verifier.take(position, bytes, in: log)
        }
        try verifier.end(expecting: log.size, in: log)
        result.entryCount = Int(log.size.count - first.index)
        result.eventCount = verifier.eventCount
        result.annexCount = verifier.annexes.count
        result.findings += verifier.findings
    }
}
