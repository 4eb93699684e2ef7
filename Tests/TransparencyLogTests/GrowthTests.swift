import Coordinates
import Testing
import TransparencyLog

/// Which files a log's growth adds, beside the definition of C2SP tlog-tiles taken at its word.
@Suite struct GrowthTests {
    @Test("A log of 70,000 entries has the files that C2SP counts")
    func seventyThousand() {
        let tiles = Tile.added(from: TreeSize(0), to: TreeSize(70_000))
        #expect(tiles.count { $0.level == 0 && $0.isFull } == 273)
        #expect(
            tiles.filter { $0.level > 0 || !$0.isFull }.map(\.path) == [
                "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1",
            ])
        let bundles = EntryBundle.added(from: TreeSize(0), to: TreeSize(70_000))
        #expect(bundles.count == 274 && bundles.last?.path == "tile/entries/273.p/112")
    }

    @Test("Any two small sizes differ by just these files", arguments: 0...40)
    func small(old: UInt64) {
        for new in old...40 { compare(old, new) }
    }

    @Test(
        "Any two sizes near one at which a file is full differ by just these files",
        arguments: [256, 512, 65_536, 131_072] as [UInt64])
    func edges(edge: UInt64) {
        let near = edge - 2...edge + 2
        for old in [0, 1, 255, 256] + Array(near) {
            for new in near where old <= new { compare(old, new) }
        }
    }

    @Test("The largest sizes do not trap")
    func largest() {
        #expect(Tile.added(from: TreeSize(.max), to: TreeSize(.max)).isEmpty)
        #expect(
            Tile.added(from: TreeSize(.max - 1), to: TreeSize(.max)).map(\.path) == [
                "tile/0/x072/x057/x594/x037/x927/935.p/255"
            ])
        #expect(
            EntryBundle.added(from: TreeSize((1 << 63) - 1), to: TreeSize(1 << 63)).map(\.width)
                == [256])
    }

    private func compare(_ old: UInt64, _ new: UInt64) {
        let added = Tile.added(from: TreeSize(old), to: TreeSize(new))
        let expected = files(of: new).subtracting(files(of: old))
        #expect(Set(added) == expected, "from \(old) to \(new)")
        #expect(added.count == expected.count)
        let order = added.map { ($0.level, $0.index) }
        #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })

        let bundles = EntryBundle.added(from: TreeSize(old), to: TreeSize(new))
        let tiles = added.filter { $0.level == 0 }
        #expect(bundles.map(\.index) == tiles.map(\.index))
        #expect(bundles.map(\.width) == tiles.map(\.width))
    }

    /// Level l has floor(size / 256^l) hashes, of which each 256 are a full tile and the rest, if
    /// any, a partial one.
    private func files(of size: UInt64) -> Set<Tile> {
        var tiles: Set<Tile> = []
        for level in 0..<8 {
            let hashes = (0..<level).reduce(size) { size, _ in size / 256 }
            for index in 0..<hashes / 256 {
                tiles.insert(Tile(level: level, index: index, width: 256)!)
            }
            if hashes % 256 != 0 {
                let width = Int(hashes % 256)
                tiles.insert(Tile(level: level, index: hashes / 256, width: width)!)
            }
        }
        return tiles
    }
}
