import Coordinates
import LogSupport
import Testing
import TransparencyLog

@Suite struct EntryBundleTests {
    @Test("The bundle of the worked example is as printed")
    func example() throws {
        let bytes = try EntryBundle.encode([[0xa5], []])
        #expect(bytes == [0x00, 0x01, 0xa5, 0x00, 0x00])
        #expect(try bundle(width: 2).decode(bytes) == [[0xa5], []])
    }

    @Test("The longest entry is kept, and no longer one")
    func longest() throws {
        let entries = [[UInt8](repeating: 7, count: 65_535), [1]]
        let bytes = try EntryBundle.encode(entries)
        #expect(bytes.prefix(2) == [0xff, 0xff])
        #expect(try bundle(width: 2).decode(bytes) == entries)
        let error = #expect(throws: OversizeEntry.self) {
            try EntryBundle.encode([[UInt8](repeating: 7, count: 65_536)])
        }
        #expect(error?.byteCount == 65_536)
    }

    @Test(
        "Bytes that are not exactly the bundle are refused, and why",
        arguments: [
            ([], .tooFewEntries(0, expected: 2)), ([0], .tooFewEntries(0, expected: 2)),
            ([0, 0], .tooFewEntries(1, expected: 2)), ([0, 0, 0], .tooFewEntries(1, expected: 2)),
            ([0, 1], .truncatedEntry(at: 0)), ([0, 0, 0, 2, 9], .truncatedEntry(at: 1)),
            ([0xff, 0xff, 9], .truncatedEntry(at: 0)),
            ([0, 0, 0, 0, 9], .trailingBytes(1)), ([0, 0, 0, 0, 0, 0], .trailingBytes(2)),
        ] as [([UInt8], MalformedBundle)])
    func hostile(bytes: [UInt8], reason: MalformedBundle) throws {
        let bundle = try bundle(width: 2)
        #expect(throws: reason) { try bundle.decode(bytes) }
    }

    @Test(
        "A bundle and its path stand for each other",
        arguments: [
            (0, 256, "tile/entries/000"), (0, 1, "tile/entries/000.p/1"),
            (1_234_067, 256, "tile/entries/x001/x234/067"),
            (1_234_067, 8, "tile/entries/x001/x234/067.p/8"),
            (.max >> 8, 256, "tile/entries/x072/x057/x594/x037/x927/935"),
        ] as [(UInt64, Int, String)])
    func path(index: UInt64, width: Int, path: String) throws {
        let bundle = try #require(EntryBundle(index: index, width: width))
        #expect(bundle.path == path)
        #expect(EntryBundle(path: path) == bundle)
    }

    @Test(
        "What is not exactly a bundle's path is refused",
        arguments: [
            "", "tile/entries", "tile/entries/", "tile/0/000", "tile/Entries/000",
            "tile/entries/00", "tile/entries/0000", "tile/entries/x000/000", "tile/entries/000.p/0",
            "tile/entries/000.p/256", "tile/entries/000.p/01", "tile/entries/000/",
            "tile/entries/x072/x057/x594/x037/x927/936",
        ])
    func refusedPath(path: String) {
        #expect(EntryBundle(path: path) == nil)
    }

    @Test("A bundle says which entries it holds, up to the last that there can be")
    func positions() throws {
        let third = try #require(EntryBundle(index: 2, width: 3))
        #expect(third.positions == Position(512)..<Position(515))
        let last = try #require(EntryBundle(index: .max >> 8, width: 256))
        #expect(last.positions == Position(.max - 255)..<Position(.max))
    }

    private func bundle(width: Int) throws -> EntryBundle {
        try #require(EntryBundle(index: 0, width: width))
    }
}
