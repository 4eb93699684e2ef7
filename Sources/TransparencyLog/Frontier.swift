package import Coordinates

/// The right edge of a growing tree: all that is needed to append to it and to know its root.
///
/// It holds the roots of the perfect subtrees that the entries fill, largest first: one for each
/// bit set in the size. Seven entries, for example, fill subtrees of four, two and one.
package struct Frontier: Equatable, Sendable {
    package private(set) var size: TreeSize
    package private(set) var hashes: [Hash]

    /// The frontier of the empty tree.
    package init() {
        self.init(count: 0, hashes: [])
    }

    /// A stored frontier; nil unless there is one hash for each bit set in `size`.
    ///
    /// The hashes are believed. Compare ``root`` with one that is trusted.
    package init?(size: TreeSize, hashes: [Hash]) {
        guard hashes.count == size.count.nonzeroBitCount else { return nil }
        self.init(count: size.count, hashes: hashes)
    }

    init(count: UInt64, hashes: [Hash]) {
        assert(hashes.count == count.nonzeroBitCount)
        self.size = TreeSize(count)
        self.hashes = hashes
    }

    /// The root of the tree: at most 63 hashings.
    package var root: Hash {
        guard let smallest = hashes.last else { return .emptyTree }
        // The smallest two are the deepest node, and from there each larger subtree is a left half.
        return hashes.dropLast().reversed().reduce(smallest) { Hash.node($1, $0) }
    }

    /// Grows the tree by one entry whose leaf hash is `leaf`: one hashing on average, at most 63.
    ///
    /// - Precondition: the size is below 2⁶⁴ − 1.
    package mutating func append(_ leaf: Hash) {
        append(leaf) { _, _ in }
    }

    /// Grows the tree by one entry, and hands over the subtrees that it completes, to be stored:
    /// the leaf itself first, then each that is twice as large as the one before.
    ///
    /// If `completed` throws, the frontier is as it was.
    ///
    /// - Precondition: the size is below 2⁶⁴ − 1.
    package mutating func append<Failure>(
        _ leaf: Hash, completed: (Subtree, Hash) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(size.count < .max, "the tree is full")
        var subtree = Subtree(leaf: Position(size.count))
        var hash = leaf
        try completed(subtree, hash)

        // The subtrees that the new leaf makes whole are the size's trailing ones, as in the carry
        // of adding one to a binary number.
        let merged = (~size.count).trailingZeroBitCount
        for left in hashes.suffix(merged).reversed() {
            subtree = subtree.parent
            hash = .node(left, hash)
            try completed(subtree, hash)
        }

        hashes.removeLast(merged)
        hashes.append(hash)
        size = TreeSize(size.count + 1)
    }
}
