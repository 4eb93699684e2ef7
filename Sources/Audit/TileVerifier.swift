import Coordinates
import EntryLog
import TransparencyLog

/// Compares the stored tiles with the hashes that the entries give.
struct TileVerifier {
    /// For each level of tiles, the hashes of the tile that is being filled.
    private var filling: [[Hash]]
    /// How many tiles have been filled.
    private var filled = 0

    init() { filling = Array(repeating: [], count: Tile.levels.count) }

    init(resumingAt size: TreeSize, in log: borrowing LogSnapshot) throws {
        self.init()
        for tile in Tile.partial(in: size) {
            for offset in 0..<tile.width {
                filling[tile.level].append(try log.hash(of: tile.subtree(at: offset)))
            }
        }
    }

    /// How many tiles the entries so far give to store: above the leaves, those being filled as well.
    var count: Int { filled + filling.dropFirst().count { !$0.isEmpty } }

    /// Takes the next completed subtree; where it fills a tile, that is compared.
    mutating func check(
        _ subtree: Subtree, _ hash: Hash, in log: borrowing LogSnapshot
    ) throws -> [Problem] {
        guard subtree.level.isMultiple(of: Tile.height) else { return [] }
        let level = subtree.level / Tile.height
        filling[level].append(hash)
        guard filling[level].count == Tile.fullWidth else { return [] }
        let problem = try compare(filling[level], level, in: log, endingWith: subtree)
        filling[level] = []
        filled += 1
        return problem
    }

    /// Compares the tiles that are not full, at the end of a log of `size`.
    func checkLast(of size: TreeSize, in log: borrowing LogSnapshot) throws -> [Problem] {
        try Tile.partial(in: size).filter { $0.level > 0 }.flatMap { tile in
            try compare(
                filling[tile.level], tile.level, in: log,
                endingWith: tile.subtree(at: tile.width - 1))
        }
    }

    private func compare(
        _ computed: [Hash], _ level: Int, in log: borrowing LogSnapshot,
        endingWith last: Subtree
    ) throws -> [Problem] {
        guard
            let tile = Tile(
                level: level, index: last.index >> UInt64(Tile.height), width: computed.count)
        else { return [] }
        do {
            guard let stored = try log.storedHashes(of: tile) else { return [.tileMissing(tile)] }
            return stored == computed ? [] : [.tileDiffers(tile)]
        } catch EntryLogError.damaged {
            return [.tileDiffers(tile)]
        }
    }
}
