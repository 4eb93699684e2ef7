package import Coordinates

extension MerkleTree {
    /// The proof that the tree of `new` entries begins with all of the tree of `old` entries:
    /// RFC 9162, section 2.1.4.1.
    ///
    /// At most 65 hashes, lowest first, from at most 128 of `reader`. Empty if the sizes are equal,
    /// and, where the RFC is silent, if `old` is 0: every tree begins with the empty one.
    ///
    /// - Precondition: `old` ≤ `new`.
    package static func proveConsistency<Reader: HashReader & ~Copyable & ~Escapable>(
        from old: TreeSize, to new: TreeSize, reading reader: borrowing Reader
    ) throws(Reader.Failure) -> [Hash] {
        precondition(old <= new, "a log does not shrink from \(old.count) to \(new.count)")
        guard old.count > 0 else { return [] }
        let ascent = Ascent(fromEndOf: old, in: new)

        var proof: [Hash] = []
        if !ascent.startsFromWholeOldTree {
            proof.append(try root(over: ascent.start, reading: reader))
        }
        for sibling in ascent.siblings {
            proof.append(try root(over: sibling.entries, reading: reader))
        }
        return proof
    }

    /// Whether `proof` shows that the tree of `new` entries with `newRoot` begins with all of the
    /// tree of `old` entries with `oldRoot`, none changed, removed or reordered: RFC 9162, section
    /// 2.1.4.2.
    ///
    /// The proof may come from an adversary, but each root must be known to belong to its size, as
    /// in a checkpoint. False if `new` is below `old`. From size 0 only the empty proof and the empty
    /// tree's root pass; they say nothing about `newRoot`.
    package static func checkConsistency(
        from old: TreeSize, oldRoot: Hash, to new: TreeSize, newRoot: Hash, proof: [Hash]
    ) -> Bool {
        guard old <= new else { return false }
        guard old.count > 0 else {
            return proof.isEmpty && oldRoot == .emptyTree && (new > old || newRoot == oldRoot)
        }
        let ascent = Ascent(fromEndOf: old, in: new)

        var hashes = proof[...]
        guard let start = ascent.startsFromWholeOldTree ? oldRoot : hashes.popFirst() else {
            return false
        }
        guard hashes.count == ascent.siblings.count else { return false }

        var reachedOld = start
        var reachedNew = start
        for (sibling, hash) in zip(ascent.siblings, hashes) {
            switch sibling {
            case .left:
                reachedOld = .node(hash, reachedOld)
                reachedNew = .node(hash, reachedNew)
            case .right:
                reachedNew = .node(reachedNew, hash)
            }
        }
        return reachedOld == oldRoot && reachedNew == newRoot
    }
}

extension Ascent {
    /// Then the start's hash is the old root, which the checker has, so the proof leaves it out.
    fileprivate var startsFromWholeOldTree: Bool { start.lowerBound.index == 0 }
}
