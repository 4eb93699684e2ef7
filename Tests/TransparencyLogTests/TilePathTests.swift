import Testing
import TransparencyLog

@Suite struct TilePathTests {
    @Test(
        "A tile and its path stand for each other",
        arguments: [
            (0, 0, 256, "tile/0/000"),
            (0, 0, 1, "tile/0/000.p/1"),
            (0, 999, 255, "tile/0/999.p/255"),
            (0, 1000, 256, "tile/0/x001/000"),
            (0, 1_234_067, 256, "tile/0/x001/x234/067"),
            (0, 1_234_067, 8, "tile/0/x001/x234/067.p/8"),
            (5, 65_535, 100, "tile/5/x065/535.p/100"),
            (7, 0, 128, "tile/7/000.p/128"),
            (0, .max >> 8, 256, "tile/0/x072/x057/x594/x037/x927/935"),
        ] as [(Int, UInt64, Int, String)])
    func roundTrip(level: Int, index: UInt64, width: Int, path: String) throws {
        let tile = try #require(Tile(level: level, index: index, width: width))
        #expect(tile.path == path)
        #expect(Tile(path: path) == tile)
    }

    @Test("Every width round-trips", arguments: 1...256)
    func widths(width: Int) throws {
        let tile = try #require(Tile(level: 1, index: 4321, width: width))
        #expect(Tile(path: tile.path) == tile)
    }

    @Test(
        "What is not exactly a tile's path is refused",
        arguments: [
            "", "/", "tile", "tile/", "tile/0", "tile/0/", "tile/0/.p/1", "/tile/0/000",
            "tile/0/000/", "tile//000", "Tile/0/000", "tile/entries/000",
            "tile/00/000", "tile/+0/000", "tile/-1/000", "tile/8/000", "tile/64/000",
            "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/x00", "tile/0/x000", "tile/0/x000/001",
            "tile/0/001/234/067", "tile/0/x001/x234/x067", "tile/0/x001/234/067", "tile/0/x1/234",
            "tile/0/xx01/234", "tile/0/X001/234", "tile/0/-01", "tile/0/+01", "tile/0/ 01",
            "tile/0/x001//234", "tile/0/٠٠١", "tile/0/000\0",
            "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256",
            "tile/0/000.p/257", "tile/0/000.p/01", "tile/0/000.p/+1", "tile/0/000.p/1/",
            "tile/0/000.p/-1", "tile/0/000.p/1/1", "tile/0/000.p/000.p/1", "tile/0/x001.p/234",
            "tile/0.p/1", "tile.p/1", ".p/1", "tile/7/001",
            "tile/0/x072/x057/x594/x037/x927/936",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
        ])
    func refused(path: String) {
        #expect(Tile(path: path) == nil)
    }

    @Test(
        "Coordinates beyond any log are refused",
        arguments: [
            (-1, 0, 1), (8, 0, 1), (.max, 0, 1), (.min, 0, 1), (0, 0, 0), (0, 0, 257), (0, 0, -1),
            (7, 1, 1), (0, 1 << 56, 1), (6, 256, 256), (0, .max, 256),
        ] as [(Int, UInt64, Int)])
    func beyond(level: Int, index: UInt64, width: Int) {
        #expect(Tile(level: level, index: index, width: width) == nil)
    }
}
