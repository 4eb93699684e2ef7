import Checkpoints
import Coordinates
import EntryLog
import Files
import Publication
import TransparencyLog

// Bringing the copy up to date: only what a signed checkpoint speaks of is put into it.

extension CopyAudit {
    /// The copy with all entries of the checkpoint; nil where they do not fit, which has been found.
    mutating func copy(upTo checkpoint: Checkpoint, _ note: SignedNote) throws -> Log? {
        let logPath = path + "/log"
        var copy = try existingCopy(at: logPath)
        let size = try copy.map { try $0.read { $0.size } } ?? TreeSize(0)
        result.before = size
        if size > checkpoint.size {
            found(.shorter(than: size, "the copy kept from before"), at: checkpoint.size.end)
            return nil
        }
        guard let leaves = try leaves(from: size, to: checkpoint, beside: copy) else {
            if size.count > 0 { try keepEvidence(note, of: checkpoint) }
            return nil
        }
        try Folder.make(logPath)
        for batch in EntryBundle.batches(from: size, to: checkpoint.size) {
            guard let new = try newEntries(of: batch, fitting: leaves) else { return nil }
            var rest = new[...]
            if copy == nil, let founding = rest.popFirst() {
                copy = try Log.beginCopy(at: logPath, of: founding)
            }
            if let copy {
                let size = try copy.read { $0.size }
                try copy.appendCopies(Array(rest), after: size)
            }
        }
        return copy
    }

    /// The entries of bundles that the copy does not have; nil where one is not that of its leaf
    /// hash, which has been found.
    private mutating func newEntries(
        of bundles: [EntryBundle], fitting leaves: NewLeaves
    ) throws -> [[UInt8]]? {
        let new = try fetch(bundles, after: leaves.start)
        for entry in new {
            guard leaves.fit(entry) else {
                found(.publishedEntryDiffers(entry.bundle), at: entry.position)
                return nil
            }
            // What else is no entry is void, and kept: others may follow that deal with it.
            guard entry.position == Position(0) else { continue }
            do {
                _ = try Entry(decoding: entry.bytes.span.bytes)
            } catch {
                found(.malformed(error.description), at: entry.position)
                return nil
            }
        }
        return new.map(\.bytes)
    }

    /// The published entries of bundles, from the end of a log of `size` on.
    private mutating func fetch(
        _ bundles: [EntryBundle], after size: TreeSize
    ) throws -> [PublishedEntry] {
        zip(bundles, try published.entries(of: bundles)).flatMap { bundle, entries in
            zip(bundle.positions.lowerBound.index..., entries)
                .map { PublishedEntry(bundle: bundle, position: Position($0), bytes: $1) }
                .filter { $0.position >= size.end }
        }
    }

    /// Nil where none has been begun: then it may be that a first audit was cut off on the way.
    private func existingCopy(at logPath: String) throws -> Log? {
        do {
            Log.clearCutOff(at: logPath)
            return try Log.open(at: logPath, .readWrite)
        } catch EntryLogError.notALedger {
            return nil
        }
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
            var differing: Set<EntryBundle> = []
            for entry in try fetch(batch, after: size) where !leaves.fit(entry) {
                let bundle = entry.bundle
                guard differing.insert(bundle).inserted,
                    let tile = Tile(level: 0, index: bundle.index, width: bundle.width)
                else { continue }
                found(.publishedTileDiffers(tile), at: entry.position)
            }
        }
        if size.count > 0 {
            found(.otherHistory(of: size, "the copy kept from before"))
        } else {
            found(.publishedRootDiffers(stated: checkpoint.root, computed: leaves.root))
        }
    }

    /// Keeps the checkpoint, and those that witnesses cosigned: what is kept is only ever added to.
    mutating func keep(_ note: SignedNote, _ checkpoint: Checkpoint) throws {
        try checkpoints.keep(note, of: checkpoint.size, signedBy: key)
        let cosigned = try Set(
            checkpoints.sizes().filter {
                try checkpoints.checkpoint(of: $0, signedBy: key)?.1.signatures.count ?? 0 > 1
            })
        // Also larger ones: they show that the log was longer.
        let missing = try published.checkpointSizes().filter { !cosigned.contains($0) }
        for batch in missing.batches(of: PublishedLog.batchSize) {
            for (size, bytes) in zip(batch, try published.checkpoints(of: batch)) {
                guard let bytes else { continue }
                do {
                    let (earlier, note) = try Checkpoint.opened(bytes, signedBy: key)
                    guard earlier.size == size else {
                        found(.publishedCheckpoint("that of size \(size) has another size"))
                        continue
                    }
                    try checkpoints.keep(note, of: size, signedBy: key)
                } catch let error as NoteError {
                    found(.publishedCheckpoint("that of size \(size): \(error)"))
                }
            }
        }
    }

    /// Keeps a signed checkpoint that contradicts the copy: with the copy, it proves the fork to
    /// anybody, and every later audit says so.
    private func keepEvidence(_ note: SignedNote, of checkpoint: Checkpoint) throws {
        try Folder.make(path + "/contradicting")
        try WholeFile.write(note.bytes, to: "\(path)/contradicting/\(checkpoint.size)")
    }

    /// The checkpoints that once contradicted the copy.
    func evidence() throws -> [OutsideKnowledge.Kept] {
        try (Folder.names(in: path + "/contradicting") ?? []).compactMap { name in
            let file = "\(path)/contradicting/\(name)"
            guard let bytes = try WholeFile.read(file, byteLimit: SignedNote.maximumByteCount),
                let checkpoint = try? Checkpoint(bytes, signedBy: key)
            else { return nil }
            return OutsideKnowledge.Kept(checkpoint, from: file)
        }
    }
}

/// An entry as a published bundle has it.
private struct PublishedEntry {
    let bundle: EntryBundle
    let position: Position
    let bytes: [UInt8]
}

extension NewLeaves {
    /// Whether the tiles have the entry's hash at its position.
    fileprivate func fit(_ entry: PublishedEntry) -> Bool {
        Hash.leaf(entry.bytes.span.bytes) == self[entry.position.index - start.count]
    }
}
