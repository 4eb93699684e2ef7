import CBOR
import TestSupport
import Testing

/// RFC 8949 Appendix A, whole: each row is in one of the two tables.
@Suite struct AppendixATests {
    struct Example: Sendable, CustomTestStringConvertible {
        let hex: String
        let value: Tree

        init(_ hex: String, _ value: Tree) {
            self.hex = hex
            self.value = value
        }

        var testDescription: String { hex }
    }

    static let deterministic: [Example] = [
        Example("00", .unsigned(0)),
        Example("01", .unsigned(1)),
        Example("0a", .unsigned(10)),
        Example("17", .unsigned(23)),
        Example("1818", .unsigned(24)),
        Example("1819", .unsigned(25)),
        Example("1864", .unsigned(100)),
        Example("1903e8", .unsigned(1000)),
        Example("1a000f4240", .unsigned(1_000_000)),
        Example("1b000000e8d4a51000", .unsigned(1_000_000_000_000)),
        Example("1bffffffffffffffff", .unsigned(18_446_744_073_709_551_615)),
        Example("c249010000000000000000", .tag(2, .bytes([1, 0, 0, 0, 0, 0, 0, 0, 0]))),
        Example("3bffffffffffffffff", .negative(18_446_744_073_709_551_615)),
        Example("c349010000000000000000", .tag(3, .bytes([1, 0, 0, 0, 0, 0, 0, 0, 0]))),
        Example("20", .negative(0)),
        Example("29", .negative(9)),
        Example("3863", .negative(99)),
        Example("3903e7", .negative(999)),
        Example("f90000", .double(0.0)),
        Example("f98000", .double(-0.0)),
        Example("f93c00", .double(1.0)),
        Example("fb3ff199999999999a", .double(1.1)),
        Example("f93e00", .double(1.5)),
        Example("f97bff", .double(65504.0)),
        Example("fa47c35000", .double(100000.0)),
        Example("fa7f7fffff", .double(3.4028234663852886e+38)),
        Example("fb7e37e43c8800759c", .double(1.0e+300)),
        Example("f90001", .double(5.960464477539063e-8)),
        Example("f90400", .double(0.00006103515625)),
        Example("f9c400", .double(-4.0)),
        Example("fbc010666666666666", .double(-4.1)),
        Example("f97c00", .double(.infinity)),
        Example("f97e00", .double(.nan)),
        Example("f9fc00", .double(-.infinity)),
        Example("f4", .false),
        Example("f5", .true),
        Example("f6", .null),
        Example("f7", .undefined),
        Example("f0", .simple(16)),
        Example("f8ff", .simple(255)),
        Example(
            "c074323031332d30332d32315432303a30343a30305a", .tag(0, .text("2013-03-21T20:04:00Z"))),
        Example("c11a514b67b0", .tag(1, .unsigned(1_363_896_240))),
        Example("c1fb41d452d9ec200000", .tag(1, .double(1363896240.5))),
        Example("d74401020304", .tag(23, .bytes([1, 2, 3, 4]))),
        Example("d818456449455446", .tag(24, .bytes([0x64, 0x49, 0x45, 0x54, 0x46]))),
        Example(
            "d82076687474703a2f2f7777772e6578616d706c652e636f6d",
            .tag(32, .text("http://www.example.com"))),
        Example("40", .bytes([])),
        Example("4401020304", .bytes([1, 2, 3, 4])),
        Example("60", .text("")),
        Example("6161", .text("a")),
        Example("6449455446", .text("IETF")),
        Example("62225c", .text("\"\\")),
        Example("62c3bc", .text("\u{fc}")),
        Example("63e6b0b4", .text("\u{6c34}")),
        Example("64f0908591", .text("\u{10151}")),
        Example("80", .array([])),
        Example("83010203", .array([.unsigned(1), .unsigned(2), .unsigned(3)])),
        Example(
            "8301820203820405",
            .array([
                .unsigned(1), .array([.unsigned(2), .unsigned(3)]),
                .array([.unsigned(4), .unsigned(5)]),
            ])),
        Example(
            "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
            .array((1...25).map { .unsigned($0) })),
        Example("a0", .map([])),
        Example(
            "a201020304",
            .map([
                .init(key: .unsigned(1), value: .unsigned(2)),
                .init(key: .unsigned(3), value: .unsigned(4)),
            ])),
        Example(
            "a26161016162820203",
            .map([
                .init(key: .text("a"), value: .unsigned(1)),
                .init(key: .text("b"), value: .array([.unsigned(2), .unsigned(3)])),
            ])),
        Example(
            "826161a161626163",
            .array([.text("a"), .map([.init(key: .text("b"), value: .text("c"))])])),
        Example(
            "a56161614161626142616361436164614461656145",
            .map(
                ["a", "b", "c", "d", "e"].map {
                    .init(key: .text($0), value: .text($0.uppercased()))
                })),
    ]

    static let refused: [(hex: String, error: CBORError)] = [
        ("fa7f800000", CBORError(.notShortest, at: 0)),
        ("fa7fc00000", CBORError(.unusualNaN, at: 0)),
        ("faff800000", CBORError(.notShortest, at: 0)),
        ("fb7ff0000000000000", CBORError(.notShortest, at: 0)),
        ("fb7ff8000000000000", CBORError(.unusualNaN, at: 0)),
        ("fbfff0000000000000", CBORError(.notShortest, at: 0)),
        ("5f42010243030405ff", CBORError(.indefiniteLength, at: 0)),
        ("7f657374726561646d696e67ff", CBORError(.indefiniteLength, at: 0)),
        ("9fff", CBORError(.indefiniteLength, at: 0)),
        ("9f018202039f0405ffff", CBORError(.indefiniteLength, at: 0)),
        ("9f01820203820405ff", CBORError(.indefiniteLength, at: 0)),
        ("83018202039f0405ff", CBORError(.indefiniteLength, at: 5)),
        ("83019f0203ff820405", CBORError(.indefiniteLength, at: 2)),
        (
            "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff",
            CBORError(.indefiniteLength, at: 0)
        ),
        ("bf61610161629f0203ffff", CBORError(.indefiniteLength, at: 0)),
        ("826161bf61626163ff", CBORError(.indefiniteLength, at: 3)),
        ("bf6346756ef563416d7421ff", CBORError(.indefiniteLength, at: 0)),
    ]

    @Test(
        "A deterministic example decodes to its value, and the value encodes to the example",
        arguments: deterministic)
    func roundTrip(_ example: Example) throws {
        let bytes = [UInt8](hex: example.hex)
        #expect(try Tree(decoding: bytes) == example.value)
        #expect(example.value.encoded.hex == example.hex)
        try skipping(bytes)
    }

    @Test("Any other example is refused, at its offending head", arguments: refused)
    func refusal(hex: String, error: CBORError) {
        let bytes = [UInt8](hex: hex)
        #expect(throws: error) { try Tree(decoding: bytes) }
        #expect(throws: error) { try skipping(bytes) }
    }
}
