import Coordinates
import EntryLog
import Publication
import TransparencyLog

/// The leaf hashes that published tiles hold after those of a copy, and the tree that they make.
struct NewLeaves {
    /// How many entries the copy has.
    let start: TreeSize
    private var frontier = Frontier()
    private var leaves: [Hash] = []
    /// The subtrees that the new leaves complete, at the levels that tiles hold above the leaves.
    private var completed: [Subtree: Hash] = [:]

    init(after size: TreeSize, in copy: Log?) throws {
        start = size
        if let copy { frontier = try copy.read { $0.head.frontier } }
    }

    var root: Hash { frontier.root }

    /// The leaf hash of the entry so many after those of the copy.
    subscript(_ offset: UInt64) -> Hash { leaves[Int(offset)] }

    /// Takes the hashes of the next tile of level 0. Those that the copy has are passed over.
    mutating func add(_ hashes: [Hash], of tile: Tile) {
        let first = tile.subtree(at: 0).index
        for (offset, hash) in hashes.enumerated() where first + UInt64(offset) >= start.count {
            leaves.append(hash)
            frontier.append(hash) { subtree, hash in
                if subtree.level > 0, subtree.level.isMultiple(of: Tile.height) {
                    completed[subtree] = hash
                }
            }
        }
    }

    /// Whether a tile above the leaves holds what these give.
    func fit(_ hashes: [Hash], in tile: Tile, beside copy: Log?) throws -> Bool {
        for (offset, hash) in hashes.enumerated() {
            let subtree = tile.subtree(at: offset)
            let expected = try completed[subtree] ?? copy?.read { try $0.hash(of: subtree) }
            if hash != expected { return false }
        }
        return true
    }
}
