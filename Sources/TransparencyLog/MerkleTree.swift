package import Coordinates

/// The Merkle tree over the log's entries: RFC 6962, section 2.1, kept unchanged by RFC 9162.
///
/// # Format
///
/// All hashes are SHA-256. `D[a:b]` are the entries from position a up to, not including, b.
///
///     leaf(entry)       = SHA-256(0x00 || entry)
///     node(left, right) = SHA-256(0x01 || left || right)
///
///     MTH(D[0:0])     = SHA-256()
///     MTH(D[a:a + 1]) = leaf(D[a])
///     MTH(D[a:b])     = node(MTH(D[a:a + k]), MTH(D[a + k:b]))
///
/// where k is the largest power of two smaller than b − a. The *root* of a tree of n entries is
/// `MTH(D[0:n])`. The prefixes keep an entry from passing for a node.
///
/// A tree whose number of entries is a power of two is *perfect*. Left halves always are, so the
/// hash of a perfect ``Subtree`` never changes as the log grows, and every root can be computed
/// from such hashes: no others need be stored.
///
/// - An **inclusion proof** holds the hashes that turn one leaf into the root: the sibling of each
///   tree on the way up, lowest first.
/// - A **consistency proof** from size m to n holds the hashes that turn one tree into both roots.
///   That tree is the largest, of those the halving of `D[0:n]` yields, that ends with the last of
///   the m entries. Its own hash comes first, unless it is the whole old tree; then the sibling of
///   each tree on the way up, lowest first.
/// - A ``Tile`` is a file of up to 256 neighbouring hashes, as C2SP tlog-tiles names them.
///
/// # Example
///
/// The seven entries, in hexadecimal, (none), 00, 10, 2021, 3031, 40414243 and 5051525354555657
/// give this tree. Each hash is shown by its first four bytes.
///
///                                       ddb89be4                              root
///                        ┌──────────────────┴──────────────────┐
///                    d37ee418                              837dbb15           4 and 3
///              ┌─────────┴─────────┐                   ┌───────┴──────┐
///          fac54203            5f083f0a            0ebc5d34           │       pairs
///         ┌────┴────┐         ┌────┴────┐         ┌────┴────┐         │
///     6e340b9c  96a296d2  0298d122  07506a85  bc1a0643  4271a26b  b08693ec    leaves
///
/// - The ``Frontier`` is d37ee418, 0ebc5d34, b08693ec: the perfect trees of 4, 2 and 1 entries.
/// - Position 4 is included by the proof 4271a26b, b08693ec, d37ee418.
/// - Size 3 is consistent with size 7 by the proof 0298d122, 07506a85, fac54203, 837dbb15.
/// - Size 4 is consistent with size 7 by the proof 837dbb15.
///
/// # Limits
///
/// Every `TreeSize` is a valid size here, up to 2⁶⁴ − 1; no check traps on any input.
package enum MerkleTree {
    /// The root of the tree of `size` entries, from at most 64 hashes of `reader`.
    package static func root<Reader: HashReader & ~Copyable & ~Escapable>(
        of size: TreeSize, reading reader: borrowing Reader
    ) throws(Reader.Failure) -> Hash {
        try frontier(of: size, reading: reader).root
    }

    /// The state from which a tree of `size` entries grows on, from at most 64 hashes of `reader`.
    package static func frontier<Reader: HashReader & ~Copyable & ~Escapable>(
        of size: TreeSize, reading reader: borrowing Reader
    ) throws(Reader.Failure) -> Frontier {
        try frontier(over: Position(0)..<Position(size.count), reading: reader)
    }

    /// The root of a perfect tree over these hashes, which stand for leaves or for trees of one size.
    ///
    /// - Precondition: their number is a power of two.
    package static func root(ofPerfect hashes: some Collection<Hash>) -> Hash {
        var level = Array(hashes)
        precondition(level.count.nonzeroBitCount == 1, "no perfect tree has \(level.count) hashes")
        var width = level.count
        while width > 1 {
            width /= 2
            for index in 0..<width { level[index] = .node(level[2 * index], level[2 * index + 1]) }
        }
        return level[0]
    }

    /// `MTH(entries)`, for the ranges that the format's halving yields.
    static func root<Reader: HashReader & ~Copyable & ~Escapable>(
        over entries: Range<Position>, reading reader: borrowing Reader
    ) throws(Reader.Failure) -> Hash {
        try frontier(over: entries, reading: reader).root
    }

    private static func frontier<Reader: HashReader & ~Copyable & ~Escapable>(
        over entries: Range<Position>, reading reader: borrowing Reader
    ) throws(Reader.Failure) -> Frontier {
        var hashes: [Hash] = []
        for subtree in entries.perfectSubtrees {
            hashes.append(try reader.hash(of: subtree))
        }
        return Frontier(count: entries.entryCount, hashes: hashes)
    }
}
