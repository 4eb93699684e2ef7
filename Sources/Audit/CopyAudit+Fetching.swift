import Checkpoints
import Coordinates
import EntryLog
import Files
import Publication
import TransparencyLog

// Bringing the copy up to date: only what a signed checkpoint speaks of is put into it.

extension CopyAudit {
    /// The copy with all entries of the checkpoint; nil where they do not fit, which has been found.
    mutating func copy(upTo checkpoint: Checkpoint) throws -> Log? {
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
    mutating func keep(
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
