package import Coordinates

extension MerkleTree {
    /// The proof that the tree of `size` entries holds the entry at `position`: RFC 9162, section
    /// 2.1.3.1.
    ///
    /// At most 64 hashes, lowest first, from at most 128 of `reader`.
    ///
    /// - Precondition: `position` is within `size`.
    package static func proveInclusion<Reader: HashReader & ~Copyable & ~Escapable>(
        of position: Position, in size: TreeSize, reading reader: borrowing Reader
    ) throws(Reader.Failure) -> [Hash] {
        var proof: [Hash] = []
        for sibling in Ascent(fromLeafAt: position, in: size).siblings {
            proof.append(try root(over: sibling.entries, reading: reader))
        }
        return proof
    }

    /// Whether `proof` shows that the tree of `size` entries with `root` holds, at `position`, an
    /// entry whose leaf hash is `leaf`: RFC 9162, section 2.1.3.2.
    ///
    /// All but `size` and `root` may come from an adversary. Those two must be known to belong
    /// together, as in a checkpoint: sizes that give a position the same ascent are told apart by
    /// their roots alone.
    package static func checkInclusion(
        of leaf: Hash, at position: Position, in size: TreeSize, root: Hash, proof: [Hash]
    ) -> Bool {
        guard position.index < size.count else { return false }
        let siblings = Ascent(fromLeafAt: position, in: size).siblings
        guard proof.count == siblings.count else { return false }

        var reached = leaf
        for (sibling, hash) in zip(siblings, proof) {
            switch sibling {
            case .left: reached = .node(hash, reached)
            case .right: reached = .node(reached, hash)
            }
        }
        return reached == root
    }
}
