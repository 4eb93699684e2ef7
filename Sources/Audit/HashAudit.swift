package import Coordinates
import Cores
package import EntryLog
package import TransparencyLog

/// What hashing a log again found.
package struct HashReport: Hashable, Sendable {
    package let size: TreeSize
    /// The root that the entries' bytes give.
    package let root: Hash
    package let findings: [Finding]

    package var isVerified: Bool { findings.isEmpty }
}

/// Hashes every entry of a log again, on all cores, and compares what that gives with the stored
/// tiles and with the head. No signature is checked and nothing is folded: where a verified root is
/// known for the size, this tells whether the bytes are still those.
///
/// - Throws: `EntryLogError.damaged`; `LMDBError`.
package func auditHashes(of log: Log) throws -> HashReport {
    try log.read { snapshot in
        guard let count = UInt64(exactly: try snapshot.entryCount()), count >= snapshot.size.count
        else { throw EntryLogError.damaged("the log has fewer entries than its head says") }
        var (tree, findings) = try hashTiles(of: log, size: snapshot.size)
        for index in UInt64(tree.tileRoots.count * Tile.fullWidth)..<snapshot.size.count {
            tree.edge.append(Hash.leaf(try snapshot.bytes(at: Position(index))))
        }
        for tile in Tile.added(from: TreeSize(0), to: snapshot.size) where tile.level > 0 {
            let hashes = (0..<tile.width).map { tree.hash(of: tile.subtree(at: $0)) }
            if try snapshot.storedHashes(of: tile) != hashes {
                findings.append(Finding(.tileDiffers(tile)))
            }
        }
        let root = MerkleTree.root(of: snapshot.size, reading: tree)
        if root != snapshot.head.root { findings.append(Finding(.headDiffers)) }
        return HashReport(size: snapshot.size, root: root, findings: findings.inOrder)
    }
}

/// A tree whose full tiles of level 0 have been hashed, and the leaves after them.
private struct HashedTree: HashReader {
    var tileRoots: [Hash] = []
    var edge: [Hash] = []

    func hash(of subtree: Subtree) -> Hash {
        if subtree.level == Tile.height { return tileRoots[Int(subtree.index)] }
        if subtree.level == 0 {
            return edge[Int(subtree.index) - tileRoots.count * Tile.fullWidth]
        }
        let left = Subtree(level: subtree.level - 1, index: subtree.index * 2)
        let right = Subtree(level: subtree.level - 1, index: subtree.index * 2 + 1)
        return Hash.node(hash(of: left), hash(of: right))
    }
}

/// The roots of the full tiles of level 0, computed from the entries, each compared with the tile
/// that is stored.
private func hashTiles(of log: Log, size: TreeSize) throws -> (HashedTree, [Finding]) {
    let tileCount = Int(size.count / UInt64(Tile.fullWidth))
    let runs = stride(from: 0, to: tileCount, by: 16).map { $0..<min($0 + 16, tileCount) }
    let results = concurrentMap(runs, stripe: 1) { run in
        Result { try log.read { try hashTiles(run, of: $0) } }
    }
    var (tree, findings) = (HashedTree(), [Finding]())
    for result in results {
        let (more, found) = try result.get()
        tree.tileRoots += more
        findings += found
    }
    return (tree, findings)
}

private func hashTiles(
    _ indexes: Range<Int>, of log: borrowing LogSnapshot
) throws -> ([Hash], [Finding]) {
    var (roots, findings): ([Hash], [Finding]) = ([], [])
    var leaves: [Hash] = []
    let first = Position(UInt64(indexes.lowerBound * Tile.fullWidth))
    let last = Position(UInt64(indexes.upperBound * Tile.fullWidth) - 1)
    try log.forEachRecord(from: first, upTo: last) { _, bytes in
        let leaf = Hash.leaf(bytes)
        leaves.append(leaf)
        guard leaves.count == Tile.fullWidth else { return }
        let index = indexes.lowerBound + roots.count
        if let tile = Tile(level: 0, index: UInt64(index), width: Tile.fullWidth),
            try log.storedHashes(of: tile) != leaves
        {
            let end = Position(UInt64((index + 1) * Tile.fullWidth - 1))
            findings.append(Finding(.tileDiffers(tile), at: end))
        }
        roots.append(MerkleTree.root(ofPerfect: leaves))
        leaves.removeAll(keepingCapacity: true)
    }
    guard roots.count == indexes.count else {
        throw EntryLogError.damagedEntry(
            Position(UInt64((indexes.lowerBound + roots.count) * Tile.fullWidth)),
            "entries are missing from here on")
    }
    return (roots, findings)
}
