package import Coordinates

/// A perfect subtree: the 2^`level` entries from position `index` · 2^`level` on.
///
/// A leaf is the subtree of level 0 at its own position. Once the log holds all its entries, the
/// root of a subtree never changes, so its coordinates are a lasting key to store the hash under.
package struct Subtree: Hashable, Sendable {
    /// 0...63.
    package let level: Int
    /// How many subtrees of the same level stand to the left.
    package let index: UInt64

    /// - Precondition: `level` is in 0...63 and the first entry's position fits in 64 bits.
    package init(level: Int, index: UInt64) {
        precondition((0..<UInt64.bitWidth).contains(level), "no subtree has level \(level)")
        precondition(index <= .max >> level, "subtree \(index) of level \(level) starts past 2^64")
        self.level = level
        self.index = index
    }

    /// The leaf at `position`.
    package init(leaf position: Position) {
        self.init(level: 0, index: position.index)
    }

    /// The subtree twice as large that holds this one.
    ///
    /// - Precondition: `level` is below 63.
    package var parent: Subtree {
        Subtree(level: level + 1, index: index >> 1)
    }

    /// Whether a log of `size` entries holds all entries of this subtree.
    package func isComplete(in size: TreeSize) -> Bool {
        index < size.count >> level
    }
}
