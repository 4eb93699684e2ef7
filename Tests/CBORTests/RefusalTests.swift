import CBOR
import TestSupport
import Testing

/// One hand-written input for each way to be malformed.
@Suite struct RefusalTests {
    static let malformed: [(hex: String, reason: CBORError.Reason, offset: Int)] = [
        ("", .truncated, 0),
        ("18", .truncated, 0),
        ("1903", .truncated, 0),
        ("1a000f42", .truncated, 0),
        ("1b000000e8d4a510", .truncated, 0),
        ("f93c", .truncated, 0),
        ("4201", .truncated, 0),
        ("6261", .truncated, 0),
        ("820001 00", .trailingBytes, 3),
        ("8200", .truncated, 0),
        ("a1", .truncated, 0),
        ("a100", .truncated, 0),
        ("c1", .truncated, 1),
        // Counts and lengths that no memory could hold.
        ("5bffffffffffffffff", .truncated, 0),
        ("7bffffffffffffffff", .truncated, 0),
        ("9bffffffffffffffff", .truncated, 0),
        ("bb7fffffffffffffff", .truncated, 0),
        ("81 9a7fffffff 00", .truncated, 1),
        // Each head one size up.
        ("1817", .notShortest, 0),
        ("1900ff", .notShortest, 0),
        ("1a0000ffff", .notShortest, 0),
        ("1b00000000ffffffff", .notShortest, 0),
        ("3817", .notShortest, 0),
        ("580100", .notShortest, 0),
        ("780161", .notShortest, 0),
        ("980100", .notShortest, 0),
        ("b8010000", .notShortest, 0),
        ("d80100", .notShortest, 0),
        ("f814", .notShortest, 0),
        ("fa3f800000", .notShortest, 0),
        ("fb3ff0000000000000", .notShortest, 0),
        ("fb40f86a0000000000", .notShortest, 0),
        ("f97e01", .unusualNaN, 0),
        ("f9fe00", .unusualNaN, 0),
        ("ff", .indefiniteLength, 0),
        ("82 00 5f ff", .indefiniteLength, 2),
        ("1c", .reserved, 0),
        ("3d", .reserved, 0),
        ("5e", .reserved, 0),
        ("1f", .reserved, 0),
        ("3f", .reserved, 0),
        ("df", .reserved, 0),
        ("fc", .reserved, 0),
        ("f818", .reserved, 0),
        ("f81f", .reserved, 0),
        // A stray continuation, an overlong slash, a surrogate, a cut sequence, above U+10FFFF.
        ("6180", .invalidUTF8, 0),
        ("62c0af", .invalidUTF8, 0),
        ("63eda080", .invalidUTF8, 0),
        ("62e6b0", .invalidUTF8, 0),
        ("64f4908080", .invalidUTF8, 0),
        ("81 61ff", .invalidUTF8, 1),
        ("a2 02 00 01 00", .unsortedKeys, 3),
        ("a2 20 00 01 00", .unsortedKeys, 3),
        ("a2 6162 00 6161 00", .unsortedKeys, 4),
        ("a2 626161 00 6162 00", .unsortedKeys, 5),
        ("a2 01 00 01 00", .duplicateKey, 3),
        ("a2 6161 00 6161 00", .duplicateKey, 4),
        ("a2 8101 00 8101 00", .duplicateKey, 4),
        // Keys are checked all the way down.
        ("81 a1 01 a2 01 00 00 00", .unsortedKeys, 6),
    ]

    @Test(
        "Malformed input is refused for its reason, at the byte where it begins",
        arguments: malformed)
    func malformedInput(hex: String, reason: CBORError.Reason, offset: Int) {
        let bytes = [UInt8](hex: hex)
        let error = CBORError(reason, at: offset)
        #expect(throws: error) { try skipping(bytes) }
        #expect(throws: error) { try Tree(decoding: bytes) }
    }

    @Test("Of the 65,536 halves, all but the NaNs are accepted; no single equal to one is")
    func halves() throws {
        for bits in UInt16.min...UInt16.max {
            let half = [0xf9, UInt8(bits >> 8), UInt8(bits & 0xff)]
            let value = Float16(bitPattern: bits)
            guard !value.isNaN || bits == 0x7e00 else {
                #expect(refusal { try skipping(half) } == CBORError(.unusualNaN, at: 0))
                continue
            }
            #expect(try Tree(decoding: half).encoded == half)
            let single = Float(value).bitPattern
            let wide = [0xfa] + (0..<4).map { UInt8(truncatingIfNeeded: single >> (24 - 8 * $0)) }
            #expect(refusal { try skipping(wide) } != nil)
        }
    }

    /// What goes before and after an item to nest it: one level for each byte other than 0.
    static let nests: [(open: String, close: String)] = [
        ("81", ""), ("a1 00", ""), ("a1", "00"), ("c1", ""), ("81 c1", ""),
    ]

    @Test("An item may lie under 16 arrays, maps and tags, and not under 17", arguments: nests)
    func depth(open: String, close: String) {
        let levels = [UInt8](hex: open).filter { $0 != 0 }.count
        func nested(_ count: Int) -> [UInt8] {
            [UInt8](hex: String(repeating: open, count: count / levels) + "00")
                + [UInt8](hex: String(repeating: close, count: count / levels))
        }
        #expect(throws: Never.self) { try skipping(nested(16)) }
        let tooDeep = nested(16 + levels)
        #expect(refusal { try skipping(tooDeep) }?.reason == .tooDeep)
        #expect(
            refusal { _ = try Tree(decoding: tooDeep, maximumDepth: 16) }?.reason == .tooDeep)
    }

    @Test("A megabyte of openings is refused without a deep stack", arguments: nests)
    func deepNesting(open: String, close: String) {
        let bytes = (0..<1_000_000 / open.count).flatMap { _ in [UInt8](hex: open) }
        #expect(refusal { try skipping(bytes, maximumDepth: 256) }?.reason == .tooDeep)
    }
}
