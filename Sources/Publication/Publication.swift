package import Checkpoints
package import Coordinates
package import EntryLog
package import Failures
import Files
package import TransparencyLog

/// A directory of static files from which anybody can check a ledger, and any server can serve it.
///
/// Each file is put in its place whole. A checkpoint comes after all that it needs is on the disk,
/// and nothing that an earlier one needs is taken away: so whoever reads while it is written, or
/// after it was cut off, finds what the checkpoint that they see promises.
package struct Publication: Sendable {
    private let path: String

    /// - Parameter path: the directory, which is made when something is published.
    package init(path: String) { self.path = path }

    /// What was written.
    package struct Summary: Hashable, Sendable {
        package fileprivate(set) var fileCount = 0
        package fileprivate(set) var byteCount = 0
        /// What had been published before.
        package let before: TreeSize
        package let size: TreeSize
    }

    /// Publishes what a checkpoint of the log speaks of; only what is new is written. Durable on
    /// return.
    ///
    /// - Parameters:
    ///   - note: the checkpoint's, signed by the ledger.
    ///   - anew: whether to write what is there as well.
    ///   - folder: where earlier checkpoints are, of which those that witnesses cosigned go along.
    /// - Throws: `OtherPublication` where the directory holds what the log does not begin with;
    ///   `EntryLogError.damaged` where the log's entries do not give the checkpoint's root, and
    ///   nothing changes for readers then; `FileFailure`.
    package func publish(
        _ log: Log, _ checkpoint: Checkpoint, _ note: SignedNote, beside folder: CheckpointFolder,
        anew: Bool = false
    ) throws -> Summary {
        if try Folder.names(in: path)?.contains("log") ?? false {
            throw OtherPublication(path: path, published: nil)
        }
        try Folder.make(path, for: .everybody)
        let lock = try FolderLock(on: path)
        defer { lock.release() }
        // Before the log, so that it cannot be ahead of it while others publish.
        let before = try published(of: log.founding.verificationKey)
        return try log.read { snapshot in
            if let before, try !snapshot.holds(before) {
                throw OtherPublication(path: path, published: before)
            }
            var summary = Summary(
                before: anew ? TreeSize(0) : before?.size ?? TreeSize(0),
                size: checkpoint.size)
            // Somebody else has published more meanwhile.
            if summary.before > summary.size { return summary }
            try writeTree(of: snapshot, from: summary.before, to: checkpoint, &summary)
            try writePages(of: log.founding, &summary)
            try writeCheckpoints(
                from: folder, of: log.founding, upTo: checkpoint.size, &summary)
            if summary.fileCount > 0 { try lock.syncFileSystem() }
            try writeChanged(
                note.bytes, to: PublishedLayout.checkpoint, &summary, durability: .full)
            return summary
        }
    }

    /// The checkpoint that the directory has; nil where there is none yet.
    private func published(of log: VerificationKey) throws -> Checkpoint? {
        let file = path + "/" + PublishedLayout.checkpoint
        guard let bytes = try WholeFile.read(file, byteLimit: SignedNote.maximumByteCount) else {
            return nil
        }
        do {
            return try Checkpoint(bytes, signedBy: log)
        } catch {
            throw OtherPublication(path: path, published: nil)
        }
    }
}

/// The directory holds what the log does not begin with; nil for what is no checkpoint of the
/// ledger at all.
package struct OtherPublication: Error, Sendable {
    package let path: String
    package let published: Checkpoint?
}

// MARK: The tree

extension Publication {
    /// Bundles and tiles, hashed anew from the entries on the way: what is published fits together,
    /// or is not published.
    private func writeTree(
        of log: borrowing LogSnapshot, from old: TreeSize, to checkpoint: Checkpoint,
        _ summary: inout Summary
    ) throws {
        var frontier = try MerkleTree.frontier(of: old, reading: log)
        // The new hashes that tiles above the leaves hold.
        var above: [Subtree: Hash] = [:]
        for bundle in EntryBundle.added(from: old, to: checkpoint.size) {
            var (entries, leaves): ([UInt8], [UInt8]) = ([], [])
            for index in bundle.positions.lowerBound.index..<bundle.positions.upperBound.index {
                let entry = try log.bytes(at: Position(index))
                let leaf = Hash.leaf(entry)
                try EntryBundle.append(entry, to: &entries)
                leaves += leaf.bytes
                guard index >= old.count else { continue }
                frontier.append(leaf) { subtree, hash in
                    if subtree.level > 0, subtree.level.isMultiple(of: Tile.height) {
                        above[subtree] = hash
                    }
                }
            }
            try write(entries, to: bundle.path, &summary)
            if let tile = Tile(level: 0, index: bundle.index, width: bundle.width) {
                try write(leaves, to: tile.path, &summary)
            }
        }
        guard frontier.root == checkpoint.root else {
            throw EntryLogError.damaged(
                "the entries do not give the root of the checkpoint of size \(checkpoint.size)")
        }
        for tile in Tile.added(from: old, to: checkpoint.size) where tile.level > 0 {
            var bytes: [UInt8] = []
            for offset in 0..<tile.width {
                let subtree = tile.subtree(at: offset)
                bytes += try (above[subtree] ?? log.hash(of: subtree)).bytes
            }
            try write(bytes, to: tile.path, &summary)
        }
    }
}

// MARK: What stands beside it

extension Publication {
    private func writePages(of founding: Founding, _ summary: inout Summary) throws {
        let key = Array("\(founding.verificationKey)\n".utf8)
        let pages = [
            (PublishedLayout.verificationKey, key),
            ("liggare/how-to-check.md", PackageResources.how_to_check_md),
            ("liggare/entry.cddl", PackageResources.entry_cddl),
            ("liggare/act.cddl", PackageResources.act_cddl),
        ]
        for (name, bytes) in pages { try writeChanged(bytes, to: name, &summary) }
    }

    /// Those that somebody else signed as well: the bounds that they give recorded times are
    /// nowhere else.
    private func writeCheckpoints(
        from folder: CheckpointFolder, of founding: Founding, upTo size: TreeSize,
        _ summary: inout Summary
    ) throws {
        var sizes: [TreeSize] = []
        for earlier in try folder.sizes() where earlier <= size {
            guard
                let (_, note) = try folder.checkpoint(
                    of: earlier, signedBy: founding.verificationKey),
                note.signatures.count > 1
            else { continue }
            try writeChanged(note.bytes, to: PublishedLayout.checkpoint(of: earlier), &summary)
            sizes.append(earlier)
        }
        let list = sizes.map { "\($0)\n" }.joined()
        try writeChanged(Array(list.utf8), to: PublishedLayout.checkpointSizes, &summary)
    }

    private func writeChanged(
        _ bytes: [UInt8], to name: String, _ summary: inout Summary, durability: Durability = .none
    ) throws {
        if try WholeFile.read(path + "/" + name) == bytes { return }
        try write(bytes, to: name, &summary, durability: durability)
    }

    private func write(
        _ bytes: [UInt8], to name: String, _ summary: inout Summary, durability: Durability = .none
    ) throws {
        let file = path + "/" + name
        try Folder.make(Folder.holding(file), for: .everybody)
        // Whoever serves the directory serves no draft by a name that a checkpoint promises.
        try WholeFile.write(
            bytes, to: file, for: .everybody, draftIn: path, durability: durability)
        summary.fileCount += 1
        summary.byteCount += bytes.count
    }
}

extension OtherPublication: Failing {
    package var failureKind: FailureKind { .refused("other-publication") }
}
