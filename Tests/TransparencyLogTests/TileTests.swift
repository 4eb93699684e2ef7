import Coordinates
import Testing
import TransparencyLog

@Suite struct TileTests {
    @Test("A log of 70,000 entries has the tiles that C2SP counts")
    func seventyThousand() {
        let full = (0...70_000).flatMap { Tile.completed(at: TreeSize($0)) }
        #expect(full.count { $0.level == 0 } == 273)
        #expect(full.count { $0.level == 1 } == 1)
        #expect(full.count == 274 && full.allSatisfy(\.isFull))
        #expect(
            Tile.partial(in: TreeSize(70_000)).map(\.path) == [
                "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1",
            ])
    }

    @Test(
        "The last entry completes these tiles",
        arguments: [
            (0, []), (1, []), (255, []), (256, ["tile/0/000"]), (257, []), (512, ["tile/0/001"]),
            (65_536, ["tile/0/255", "tile/1/000"]),
            (1 << 24, ["tile/0/x065/535", "tile/1/255", "tile/2/000"]),
            (.max, []),
        ] as [(UInt64, [String])])
    func completed(size: UInt64, paths: [String]) {
        #expect(Tile.completed(at: TreeSize(size)).map(\.path) == paths)
    }

    @Test(
        "These tiles are partial",
        arguments: [
            (0, []), (1, ["tile/0/000.p/1"]), (255, ["tile/0/000.p/255"]),
            (256, ["tile/1/000.p/1"]), (257, ["tile/0/001.p/1", "tile/1/000.p/1"]),
            (1 << 63, ["tile/7/000.p/128"]),
        ] as [(UInt64, [String])])
    func partial(size: UInt64, paths: [String]) {
        #expect(Tile.partial(in: TreeSize(size)).map(\.path) == paths)
    }

    @Test("The largest sizes complete no tile twice, nor trap")
    func largestSizes() {
        #expect(Tile.completed(at: TreeSize(1 << 63)).map(\.level) == Array(0...6))
        #expect(Tile.partial(in: TreeSize(.max)).map(\.width) == Array(repeating: 255, count: 8))
    }

    @Test("Every subtree's root can be had from its tile", arguments: [1, 255, 256, 700, 66_000])
    func everySubtree(size: Int) throws {
        let tree = MemoryTree(size: size)
        let size = TreeSize(UInt64(size))
        let tiles = Dictionary(
            uniqueKeysWithValues: Set(tree.subtrees.compactMap { Tile(containing: $0, in: size) })
                .map { tile in
                    (tile, (0..<tile.width).map { tree.hash(of: tile.subtree(at: $0)) })
                })
        let full = (0...size.count).flatMap { Tile.completed(at: TreeSize($0)) }
        #expect(Set(tiles.keys) == Set(full + Tile.partial(in: size)))

        // Large trees are sampled: computing a root from a tile takes up to 127 hashings.
        for subtree in tree.subtrees where size.count < 1000 || subtree.index % 64 == 1 {
            let tile = try #require(Tile(containing: subtree, in: size))
            #expect(tile.root(of: subtree, in: tiles[tile]!) == tree.hash(of: subtree))
        }
    }

    @Test("A subtree that the log does not wholly hold has no tile")
    func incomplete() {
        #expect(Tile(containing: Subtree(level: 0, index: 7), in: TreeSize(7)) == nil)
        #expect(Tile(containing: Subtree(level: 2, index: 1), in: TreeSize(7)) == nil)
        #expect(Tile(containing: Subtree(level: 63, index: 0), in: TreeSize(.max >> 1)) == nil)
        #expect(
            Tile(containing: Subtree(level: 63, index: 0), in: TreeSize(1 << 63))?.path
                == "tile/7/000.p/128")
    }

    @Test(
        "A tile gives no root that it does not hold",
        arguments: [
            Subtree(level: 0, index: 299), Subtree(level: 0, index: 255),
            Subtree(level: 0, index: 512), Subtree(level: 1, index: 149),
            Subtree(level: 5, index: 9), Subtree(level: 7, index: 3), Subtree(level: 8, index: 1),
            Subtree(level: 63, index: 1), Subtree(level: 0, index: .max),
        ])
    func notHeld(subtree: Subtree) throws {
        let tile = try #require(Tile(level: 0, index: 1, width: 43))
        let hashes = [Hash](repeating: .emptyTree, count: 43)
        #expect(tile.root(of: subtree, in: hashes) == nil)
        #expect(tile.root(of: Subtree(level: 0, index: 298), in: hashes) != nil)
        #expect(tile.root(of: Subtree(level: 0, index: 298), in: hashes.dropLast()) == nil)
        #expect(tile.root(of: Subtree(level: 0, index: 298), in: hashes + hashes) == nil)
    }
}

extension Tile {
    /// The full tiles that the last entry of a log of `size` completes.
    fileprivate static func completed(at size: TreeSize) -> [Tile] {
        guard let last = size.last else { return [] }
        return Tile.added(from: TreeSize(last.index), to: size).filter(\.isFull)
    }

    /// The root of `subtree` by the tile's own `hashes`; nil if they are not `width` many, or do not
    /// hold all of it.
    fileprivate func root(of subtree: Subtree, in hashes: [Hash]) -> Hash? {
        guard hashes.count == width, let offsets = offsets(under: subtree) else { return nil }
        return MerkleTree.root(ofPerfect: hashes[offsets])
    }
}
