import Coordinates
import EntryLog
import Publication
import TransparencyLog

/// The leaf hashes that published tiles hold after those of a copy, and the tree that they make.
struct NewLeaves {
    /// How many entries the copy has.
    let start: TreeSize
    private var frontier = Frontier()
    private var leaves: [Hash] = []
    /// The subtrees that the new leaves complete, at the levels that tiles hold above the leaves.
    private var completed: [Subtree: Hash] = [:]

    init(after size: TreeSize, in copy: Log?) throws {
        start = size
        if let copy { frontier = try copy.read { $0.head.frontier } }
    }

    var root: Hash { frontier.root }

    /// The leaf hash of the entry so many after those of the copy.
    subscript(_ offset: UInt64) -> Hash { leaves[Int(offset)] }

    /// Takes the hashes of the next tile of level 0. Those that the copy has are passed over.
    mutating func add(_ hashes: [Hash], of tile: Tile) {
        let first = tile.subtree(at: 0).index
        for (offset, hash) in hashes.enumerated() where first + UInt64(offset) >= start.count {
            leaves.append(hash)
            frontier.append(hash) { subtree, hash in
                if subtree.level > 0, subtree.level.isMultiple(of: Tile.height) {
                    completed[subtree] = hash
                }
            }
        }
    }

    /// Whether a tile above the leaves holds what these give.
    func fit(_ hashes: [Hash], in tile: Tile, beside copy: Log?) throws -> Bool {
        for (offset, hash) in hashes.enumerated() {
            let subtree = tile.subtree(at: offset)
            let expected = try completed[subtree] ?? copy?.read { try $0.hash(of: subtree) }
            if hash != expected { return false }
        }
        return true
    }
}

/// Entries on their way into a copy, command by command.
struct PendingEntries {
    private var entries: [[UInt8]] = []
    /// Where the last command among them begins.
    private var lastCommand = (id: CommandID?.none, start: 0)
    private var stored: TreeSize

    init(after size: TreeSize) { stored = size }

    mutating func add(_ bytes: [UInt8]) throws(MalformedEntry) {
        let id = try Entry(decoding: bytes.span.bytes).commandID
        if id != lastCommand.id { lastCommand = (id, entries.count) }
        entries.append(bytes)
    }

    /// Stores all commands but the last, which may go on; and the last one as well, at the end.
    mutating func store(in copy: inout Log?, at path: String, isLast: Bool) throws {
        let count = isLast ? entries.count : lastCommand.start
        var ready = entries.prefix(count)
        if copy == nil, let founding = ready.popFirst() {
            copy = try Log.beginCopy(at: path, of: founding)
            stored = TreeSize(1)
        }
        if let copy, !ready.isEmpty {
            try copy.appendCopies(Array(ready), after: stored)
            stored = TreeSize(stored.count + UInt64(ready.count))
        }
        entries.removeFirst(count)
        lastCommand.start -= count
    }
}

extension EntryBundle {
    /// Those that a log of `new` entries has and one of `old` had not, so many at a time.
    ///
    /// They are listed while they are read, since a checkpoint may promise more than there can be.
    static func batches(
        from old: TreeSize, to new: TreeSize
    ) -> UnfoldSequence<[EntryBundle], TreeSize> {
        let step = UInt64(PublishedLog.batchSize * Tile.fullWidth)
        return sequence(state: old) { start in
            guard start < new else { return nil }
            let end = TreeSize(Swift.min(new.count, (start.count / step + 1) * step))
            defer { start = end }
            return EntryBundle.added(from: start, to: end)
        }
    }
}

extension Array {
    /// Runs of at most so many elements, in order.
    func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
