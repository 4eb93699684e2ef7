package import Coordinates

/// A file of neighbouring hashes, in which a log's tree is published: C2SP tlog-tiles, section
/// "Merkle Tree".
///
/// The tile at `level` and `index` holds, for i from 0 up to `width`, the root of the subtree with
/// level 8 · `level` and index 256 · `index` + i, as 32 bytes each. The levels in between are not
/// stored but hashed from those below. A full tile never changes; a partial one, at the right edge,
/// is followed by a wider one as the log grows.
///
/// A log of 70,000 entries, for example, has 273 full tiles of level 0 and one of level 1, and
/// partial ones with the widths 112, 17 and 1 at the levels 0, 1 and 2.
package struct Tile: Hashable, Sendable {
    /// How many levels of the tree one level of tiles spans.
    package static let height = 8
    /// How many hashes a full tile holds.
    package static let fullWidth = 256
    /// The specification counts to 63, but a tile of level 8 would need a log of 2⁶⁴ entries.
    package static let levels = 0...7

    package let level: Int
    /// How many tiles of the same level stand to the left.
    package let index: UInt64
    /// How many hashes the tile holds, 1...256.
    package let width: Int

    /// Nil if the level or the width is out of range, or the tile reaches past position 2⁶⁴ − 1.
    package init?(level: Int, index: UInt64, width: Int) {
        guard Tile.levels.contains(level), (1...Tile.fullWidth).contains(width),
            index <= UInt64.max >> (Tile.height * (level + 1))
        else { return nil }
        self.init(checkedLevel: level, index: index, width: width)
    }

    private init(checkedLevel level: Int, index: UInt64, width: Int) {
        self.level = level
        self.index = index
        self.width = width
    }

    /// How long the file of a full tile is.
    package static let maximumByteCount = fullWidth * Hash.byteCount

    package var isFull: Bool { width == Tile.fullWidth }
}

// MARK: - The tiles of a log

extension Tile {
    /// The partial tiles at the right edge of a log of `size`, lowest level first; none is empty.
    package static func partial(in size: TreeSize) -> [Tile] {
        levels.compactMap { level in
            let (full, rest) = hashCount(level: level, in: size)
            return rest == 0 ? nil : Tile(checkedLevel: level, index: full, width: rest)
        }
    }

    /// The tiles that a log of `new` entries has and one of `old` had not, or had narrower: by level,
    /// lowest first, then by index. To publish a log's growth is to publish these; from size 0 they
    /// are all that it has.
    ///
    /// - Precondition: `old` ≤ `new`.
    package static func added(from old: TreeSize, to new: TreeSize) -> [Tile] {
        levels.flatMap { added(level: $0, from: old, to: new) }
    }

    static func added(level: Int, from old: TreeSize, to new: TreeSize) -> [Tile] {
        precondition(old <= new, "a log does not shrink from \(old.count) to \(new.count)")
        guard old.count >> (height * level) < new.count >> (height * level) else { return [] }
        let (oldFull, _) = hashCount(level: level, in: old)
        let (full, rest) = hashCount(level: level, in: new)
        let fullTiles = (oldFull..<full).map {
            Tile(checkedLevel: level, index: $0, width: fullWidth)
        }
        return rest == 0
            ? fullTiles : fullTiles + [Tile(checkedLevel: level, index: full, width: rest)]
    }

    /// The tile from which the root of `subtree` can be had, as wide as it is in a log of `size`;
    /// nil if the log does not hold all of the subtree.
    package init?(containing subtree: Subtree, in size: TreeSize) {
        guard subtree.isComplete(in: size) else { return nil }
        let level = subtree.level / Tile.height
        let firstHash = subtree.index << (subtree.level % Tile.height)
        let index = firstHash / UInt64(Tile.fullWidth)
        let (full, rest) = Tile.hashCount(level: level, in: size)
        self.init(checkedLevel: level, index: index, width: index < full ? Tile.fullWidth : rest)
    }

    /// How many full tiles the hashes of one level fill, and how many hashes are left over.
    private static func hashCount(level: Int, in size: TreeSize) -> (full: UInt64, rest: Int) {
        let hashes = size.count >> (height * level)
        return (hashes >> height, Int(hashes % UInt64(fullWidth)))
    }
}

// MARK: - The hashes in a tile

extension Tile {
    /// The subtree whose root is the hash at `offset`.
    ///
    /// - Precondition: `offset` is in 0..<`width`.
    package func subtree(at offset: Int) -> Subtree {
        precondition((0..<width).contains(offset), "a tile \(width) wide has no hash \(offset)")
        return Subtree(
            level: Tile.height * level, index: (index << Tile.height) + UInt64(offset))
    }

    /// Where the tile has the hashes from which the root of `subtree` follows, at most 128; nil if it
    /// does not hold all of the subtree.
    package func offsets(under subtree: Subtree) -> Range<Int>? {
        let height = subtree.level - Tile.height * level
        guard (0..<Tile.height).contains(height) else { return nil }
        let firstHash = subtree.index << height
        guard firstHash >> Tile.height == index else { return nil }
        let first = Int(firstHash % UInt64(Tile.fullWidth))
        let end = first + 1 << height
        return end <= width ? first..<end : nil
    }
}
