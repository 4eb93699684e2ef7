import Coordinates
import LMDB
import TransparencyLog

// The tree: full tiles are stored, and what they do not hold is hashed from the entries.

extension Transaction where Self: ~Copyable {
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

extension WriteTransaction {
    mutating func store(_ tile: Tile, _ tables: LogTables) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Tile.fullWidth * Hash.byteCount)
        for offset in 0..<tile.width {
            bytes += try hash(of: tile.subtree(at: offset), tables).bytes
        }
        try put(tables.tiles, key: tile.key, value: bytes)
    }
}
