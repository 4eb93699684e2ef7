import Testing

@testable import Exchange

@Suite("Text in bytes")
struct DecodedTextTests {
    private static let utf8Mark: [UInt8] = [0xef, 0xbb, 0xbf]

    @Test(
        "The encoding is found, and told",
        arguments: [
            ([], "", .utf8),
            (utf8Mark, "", .utf8),
            (Array("Åtgärd".utf8), "Åtgärd", .utf8),
            (utf8Mark + Array("Åtgärd".utf8), "Åtgärd", .utf8),
            ([0xc5, 0x74, 0x67, 0xe4, 0x72, 0x64], "Åtgärd", .windows1252),
            ([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6], "åäöÅÄÖ", .windows1252),
            ([0x80, 0x93, 0x94, 0x96, 0x85, 0x9f, 0xa0], "€“”–…Ÿ\u{a0}", .windows1252),
            ([0xff, 0xfe, 0xc5, 0x00, 0x74, 0x00], "Åt", .utf16LittleEndian),
            ([0xfe, 0xff, 0x00, 0xc5, 0x00, 0x74], "Åt", .utf16BigEndian),
            ([0xff, 0xfe, 0x3d, 0xd8, 0x00, 0xde], "😀", .utf16LittleEndian),
            ([0xff, 0xfe], "", .utf16LittleEndian),
            // Neither cut short nor too long forms are UTF-8.
            ([0xc5], "Å", .windows1252),
            ([0xc0, 0xaf], "À¯", .windows1252),
        ] as [([UInt8], String, DecodedText.Encoding)])
    func decoded(bytes: [UInt8], text: String, encoding: DecodedText.Encoding) throws {
        #expect(try DecodedText(bytes) == DecodedText(text: text, encoding: encoding))
    }

    @Test(
        "What no encoding has a character for is named by its line",
        arguments: [
            ([0x81], UndecodableText(encoding: .windows1252, line: 1)),
            ([0xe5, 0x0d, 0x0a, 0x0a, 0x90], .init(encoding: .windows1252, line: 3)),
            ([0xe5, 0x0d, 0x0d, 0x8d], .init(encoding: .windows1252, line: 3)),
            (utf8Mark + [0x0a, 0xe5, 0x0a], .init(encoding: .utf8, line: 2)),
            ([0xff, 0xfe, 0x41], .init(encoding: .utf16LittleEndian, line: 1)),
            ([0xff, 0xfe, 0x0a, 0x00, 0x00, 0xdc], .init(encoding: .utf16LittleEndian, line: 2)),
            ([0xfe, 0xff, 0x00, 0x0a, 0xd8, 0x00], .init(encoding: .utf16BigEndian, line: 2)),
        ] as [([UInt8], UndecodableText)])
    func undecodable(bytes: [UInt8], error: UndecodableText) {
        #expect(throws: error) { try DecodedText(bytes) }
    }

    @Test("Windows-1252 leaves just five bytes undefined, and gives no character twice")
    func windows1252() {
        let scalars = (UInt8.min...UInt8.max).map { Unicode.Scalar(windows1252: $0) }
        let undefined = scalars.indices.filter { scalars[$0] == nil }
        #expect(undefined == [0x81, 0x8d, 0x8f, 0x90, 0x9d])
        #expect(Set(scalars.compactMap { $0 }).count == 251)
        #expect((0x00...0x7f).allSatisfy { scalars[$0]?.value == UInt32($0) })
        #expect((0xa0...0xff).allSatisfy { scalars[$0]?.value == UInt32($0) })
        #expect(!scalars.contains { (0x80...0x9f).contains($0?.value ?? 0) })
    }
}
