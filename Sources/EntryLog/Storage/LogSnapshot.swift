package import Coordinates
import LMDB
package import TransparencyLog

/// The log as it was at one moment. Appends by others do not change it.
package struct LogSnapshot: ~Copyable {
    package let head: Head
    let transaction: ReadTransaction
    let tables: LogTables

    init(_ transaction: consuming ReadTransaction, _ tables: LogTables) throws {
        head = try transaction.head(tables)
        self.transaction = transaction
        self.tables = tables
    }

    package var size: TreeSize { head.size }

    /// The stored bytes of an entry, borrowed from the snapshot.
    /// - Throws: `EntryLogError.damaged` where there is none.
    @_lifetime(borrow self)
    package func bytes(at position: Position) throws -> RawSpan {
        try transaction.entry(at: position, tables)
    }

    /// Hands over the stored records in order, as they are: an audit wants to see gaps and
    /// strangers too. The position is nil where a key is not one.
    /// - Parameters:
    ///   - first: where to begin.
    ///   - last: where to end; by default at the end of what is stored.
    package func forEachRecord(
        from first: Position = Position(0), upTo last: Position? = nil,
        _ body: (Position?, RawSpan) throws -> Void
    ) throws {
        var cursor = try transaction.cursor(tables.entries)
        let start = first.key
        var pair = first == Position(0) ? try cursor.first() : try cursor.seek(start.rawSpan)
        while let record = pair {
            let position = Position(key: record.key)
            if let last, let position, position > last { return }
            try body(position, record.value)
            pair = try cursor.next()
        }
    }

    /// The last entry recorded at or before a time; nil where the log is younger.
    /// - Parameters:
    ///   - size: looks at no more than the first entries; by default at all.
    ///   - recorded: when an entry counts as recorded. That never goes back, so this is a binary search.
    package func lastPosition(
        recordedBy time: Timestamp, within size: TreeSize? = nil,
        _ recorded: (Position) throws -> Timestamp
    ) throws -> Position? {
        var (low, high) = (UInt64(0), (size ?? self.size).count)
        while low < high {
            let middle = low + (high - low) / 2
            if try recorded(Position(middle)) <= time {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return TreeSize(low).last
    }

    /// Decodes one entry, lent to `body`.
    /// - Throws: `EntryLogError.damaged` where it is missing or malformed.
    package func entry<Result>(
        at position: Position, _ body: (borrowing Entry) throws -> Result
    ) throws -> Result {
        try Entry.lend(try bytes(at: position), at: position, body)
    }

    /// Whether the tree over the first entries has a root: as the entry after them seals it, or the
    /// head has it; and where that says otherwise, since it may be void, as the tree itself gives it.
    package func hasRoot(_ root: Hash, of size: TreeSize) throws -> Bool {
        guard size.count > 0, size <= self.size else { return false }
        if size == self.size, head.root == root { return true }
        if size < self.size, (try? entry(at: size.end) { $0.seal }) == root { return true }
        return try MerkleTree.root(of: size, reading: self) == root
    }

    /// The root of the tree over the first entries, computed from tiles and entries.
    package func root(of size: TreeSize) throws -> Hash {
        size == self.size ? head.root : try MerkleTree.root(of: size, reading: self)
    }

    /// The receipt that a command got; nil for one that was never recorded.
    package func receipt(of command: CommandID) throws -> Receipt? {
        guard let record = try transaction.record(of: command, tables) else { return nil }
        return Receipt(
            first: record.first, size: record.size,
            recordedAt: try entry(at: record.first) { $0.recordedAt },
            root: try self.root(of: record.size), isDuplicate: true)
    }

    /// Where a command's entries are recorded to stand; nil where there is no such record.
    package func positions(of command: CommandID) throws -> Range<Position>? {
        try transaction.record(of: command, tables).map { $0.first..<$0.size.end }
    }

    /// The hashes that are stored at a tile's place; nil where none are.
    package func storedHashes(of tile: Tile) throws -> [Hash]? {
        try transaction.storedHashes(of: tile, tables)
    }

    /// How many entries are stored, whatever the head says.
    package func entryCount() throws -> Int { try transaction.count(tables.entries) }

    package func commandCount() throws -> Int { try transaction.count(tables.commands) }

    /// How many tiles are stored.
    package func tileCount() throws -> Int { try transaction.count(tables.tiles) }
}

extension LogSnapshot: HashReader {
    package func hash(of subtree: Subtree) throws -> Hash {
        try transaction.hash(of: subtree, tables)
    }
}
