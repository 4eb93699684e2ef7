import Coordinates
import LMDB
import TransparencyLog

// The tree: full tiles of leaves are stored, and above them every hash there is; what they do not
// hold is hashed from the entries.

extension Transaction where Self: ~Copyable {
    /// The root of a subtree, from a stored tile where it holds enough, else from what is below.
    func hash(of subtree: Subtree, _ tables: LogTables) throws -> Hash {
        let level = subtree.level / Tile.height
        let index = subtree.index >> UInt64(Tile.height - subtree.level % Tile.height)
        if let place = Tile(level: level, index: index, width: Tile.fullWidth),
            let bytes = try storedBytes(of: place, tables),
            let tile = Tile(level: level, index: index, width: bytes.byteCount / Hash.byteCount),
            let offsets = tile.offsets(under: subtree)
        {
            return MerkleTree.root(ofPerfect: hashes(offsets, in: bytes))
        }
        if subtree.level == 0 {
            return Hash.leaf(try entry(at: Position(subtree.index), tables))
        }
        let left = Subtree(level: subtree.level - 1, index: subtree.index * 2)
        let right = Subtree(level: subtree.level - 1, index: subtree.index * 2 + 1)
        return Hash.node(try hash(of: left, tables), try hash(of: right, tables))
    }

    /// The hashes that are stored at a tile's place; nil where none are.
    func storedHashes(of tile: Tile, _ tables: LogTables) throws -> [Hash]? {
        guard let bytes = try storedBytes(of: tile, tables) else { return nil }
        return hashes(0..<bytes.byteCount / Hash.byteCount, in: bytes)
    }

    @_lifetime(borrow self)
    private func storedBytes(of tile: Tile, _ tables: LogTables) throws -> RawSpan? {
        guard let bytes = try get(tables.tiles, tile.key) else { return nil }
        let count = bytes.byteCount / Hash.byteCount
        guard bytes.byteCount == count * Hash.byteCount, count <= Tile.fullWidth,
            count == Tile.fullWidth || tile.level > 0 && count > 0
        else { throw EntryLogError.damaged("tile \(tile) has \(bytes.byteCount) bytes") }
        return bytes
    }
}

private func hashes(_ range: Range<Int>, in bytes: RawSpan) -> [Hash] {
    range.map { index in
        let start = index * Hash.byteCount
        guard let hash = Hash(bytes: bytes.extracting(start..<start + Hash.byteCount)) else {
            preconditionFailure("32 bytes are a hash")
        }
        return hash
    }
}

extension Tile {
    /// The tiles that are stored anew with the last entry of a log of `size`, lowest level first.
    static func stored(with size: TreeSize) -> [Tile] {
        guard size.count.isMultiple(of: UInt64(Tile.fullWidth)), let last = size.last else {
            return []
        }
        return Tile.added(from: TreeSize(last.index), to: size)
    }
}

extension WriteTransaction {
    /// Stores the hashes of a tile that are not stored yet.
    mutating func store(_ tile: Tile, _ tables: LogTables) throws {
        var hashes = try storedHashes(of: tile, tables) ?? []
        for offset in min(hashes.count, tile.width)..<tile.width {
            hashes.append(try hash(of: tile.subtree(at: offset), tables))
        }
        try put(tables.tiles, key: tile.key, value: hashes.flatMap(\.bytes))
    }
}
