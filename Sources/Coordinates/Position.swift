/// Where an entry stands in the log, counted from 0. Entry 0 founds the ledger.
package struct Position: Hashable, Comparable, Sendable {
    package let index: UInt64

    package init(_ index: UInt64) { self.index = index }

    package static func < (left: Position, right: Position) -> Bool { left.index < right.index }

    /// The size of the log that ends with this entry.
    package var treeSize: TreeSize { TreeSize(index + 1) }
}

extension Position: CustomStringConvertible {
    package var description: String { String(index) }
}

/// How many entries a log holds; also names the Merkle tree over entries `0..<count`.
package struct TreeSize: Hashable, Comparable, Sendable {
    package let count: UInt64

    package init(_ count: UInt64) { self.count = count }

    package static func < (left: TreeSize, right: TreeSize) -> Bool { left.count < right.count }

    /// The position that the next entry will take.
    package var end: Position { Position(count) }

    /// The position of the last entry; nil for an empty log.
    package var last: Position? { count == 0 ? nil : Position(count - 1) }
}

extension TreeSize: CustomStringConvertible {
    package var description: String { String(count) }
}
