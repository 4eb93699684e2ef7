import CBOR
import Coordinates
package import LMDB
import TransparencyLog

/// The tables of `log/`. Only `SealedBatch.store` writes them.
package struct LogTables: Sendable {
    package static let names = ["entries", "tiles", "commands", "meta"]

    /// Position, 8 bytes big-endian → the entry's bytes.
    package let entries: Table
    /// Tile level, 1 byte, and index, 8 bytes big-endian → 256 hashes. Full tiles only: the right
    /// edge is computed again from the entries.
    package let tiles: Table
    /// Command id → `[first position, count]`.
    package let commands: Table
    /// `format` → the format's version; `head` → the log's head.
    package let meta: Table

    /// Nil where a table is missing.
    init?(in environment: Environment) {
        guard let entries = environment.table("entries"), let tiles = environment.table("tiles"),
            let commands = environment.table("commands"), let meta = environment.table("meta")
        else { return nil }
        self.entries = entries
        self.tiles = tiles
        self.commands = commands
        self.meta = meta
    }
}

enum MetaKey {
    static let format = Array("format".utf8)
    static let head = Array("head".utf8)
}

extension UInt64 {
    /// Big-endian, so that keys sort as numbers do.
    var key: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * $0)) } }
}

extension Position {
    package var key: [UInt8] { index.key }

    package init?(key: RawSpan) {
        guard key.byteCount == 8 else { return nil }
        self.init(UInt64(bigEndian: unsafe key.unsafeLoadUnaligned(as: UInt64.self)))
    }
}

extension CommandID {
    var key: [UInt8] { Array(description.utf8) }
}

extension Tile {
    package var key: [UInt8] { [UInt8(level)] + index.key }
}

extension Transaction where Self: ~Copyable {
    /// Nil where nothing has been founded yet.
    func format(_ tables: LogTables) throws -> UInt64? {
        guard let bytes = try get(tables.meta, MetaKey.format) else { return nil }
        do {
            return try UInt64(decoding: bytes)
        } catch {
            throw EntryLogError.damaged("the log's format cannot be read (\(error))")
        }
    }

    func head(_ tables: LogTables) throws -> Head {
        guard let bytes = try get(tables.meta, MetaKey.head) else {
            throw EntryLogError.damaged("the log's head is missing")
        }
        do {
            return try Head(decoding: bytes)
        } catch {
            throw EntryLogError.damaged("the log's head cannot be read (\(error))")
        }
    }

    /// Where the entries of a command stand; nil for one that was never recorded.
    func record(of command: CommandID, _ tables: LogTables) throws -> CommandRecord? {
        guard let bytes = try get(tables.commands, command.key) else { return nil }
        do {
            return try CommandRecord(decoding: bytes)
        } catch {
            throw EntryLogError.damaged(
                "the record of command \(command) cannot be read (\(error))")
        }
    }

    @_lifetime(borrow self)
    func entry(at position: Position, _ tables: LogTables) throws -> RawSpan {
        guard let bytes = try get(tables.entries, position.key) else {
            throw EntryLogError.damagedEntry(position, "it is missing")
        }
        return bytes
    }

    /// The root of a subtree, from a stored tile where there is one, else from what is below.
    func hash(of subtree: Subtree, _ tables: LogTables) throws -> Hash {
        let firstHash = subtree.index << UInt64(subtree.level % Tile.height)
        let tile = Tile(
            level: subtree.level / Tile.height, index: firstHash >> UInt64(Tile.height),
            width: Tile.fullWidth)
        if let tile, let hashes = try storedHashes(of: tile, tables),
            let hash = tile.root(of: subtree, in: hashes)
        {
            return hash
        }
        if subtree.level == 0 {
            return Hash.leaf(try entry(at: Position(subtree.index), tables))
        }
        let left = Subtree(level: subtree.level - 1, index: subtree.index * 2)
        let right = Subtree(level: subtree.level - 1, index: subtree.index * 2 + 1)
        return Hash.node(try hash(of: left, tables), try hash(of: right, tables))
    }

    /// The hashes of a full tile; nil where it is not stored.
    func storedHashes(of tile: Tile, _ tables: LogTables) throws -> [Hash]? {
        guard let bytes = try get(tables.tiles, tile.key) else { return nil }
        guard bytes.byteCount == Tile.fullWidth * Hash.byteCount else {
            throw EntryLogError.damaged("tile \(tile) has \(bytes.byteCount) bytes")
        }
        return (0..<Tile.fullWidth).map { index in
            let start = index * Hash.byteCount
            guard let hash = Hash(bytes: bytes.extracting(start..<start + Hash.byteCount)) else {
                preconditionFailure("32 bytes are a hash")
            }
            return hash
        }
    }
}

extension SealedBatch {
    /// Writes the entries, the tiles that they fill, the command's record and the new head.
    func store(in transaction: inout WriteTransaction, _ tables: LogTables) throws {
        var size = before.size
        for bytes in entries {
            try transaction.append(
                tables.entries, key: size.end.key, value: bytes)
            size = size.end.treeSize
            for tile in Tile.completed(at: size) {
                try transaction.store(tile, tables)
            }
        }
        let record = CommandRecord(first: before.size.end, count: UInt64(entries.count))
        try transaction.put(tables.commands, key: commandID.key, value: record.encoded)
        try transaction.put(tables.meta, key: MetaKey.head, value: after.encoded)
    }
}

extension WriteTransaction {
    fileprivate mutating func store(_ tile: Tile, _ tables: LogTables) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Tile.fullWidth * Hash.byteCount)
        for offset in 0..<tile.width {
            bytes += try hash(of: tile.subtree(at: offset), tables).bytes
        }
        try put(tables.tiles, key: tile.key, value: bytes)
    }
}
