import CBOR
import TestSupport
import Testing

/// Whatever the bytes, the reader accepts them and they encode to themselves, or it throws.
@Suite struct HostileBytesTests {
    static let samples =
        AppendixATests.deterministic.map(\.hex) + [
            "a5 01 1a000f4240 02 63c3a562 03 4401020304 04 f5 05 820118ff",
            "a3 00 a2 01 02 03 04 20 80 6161 d74101",
            "d9 d9f7 82 fb3ff199999999999a fa47c35000",
        ]

    /// Fails unless `bytes` are refused or encode back to themselves; true if they were accepted.
    /// Skipping and decoding must agree, down to the error.
    @discardableResult
    private func check(_ bytes: [UInt8], _ comment: @autoclosure () -> Comment) -> Bool {
        let skipped = refusal { try skipping(bytes) }
        var tree: Tree?
        let decoded = refusal { tree = try Tree(decoding: bytes, maximumDepth: 16) }
        // Recording only failures: an expectation for each of so many inputs takes longer than all.
        if skipped != decoded || (tree.map { $0.encoded != bytes } ?? false) {
            Issue.record("\(bytes.hex): \(String(describing: skipped)); \(comment())")
        }
        return tree != nil
    }

    @Test("A valid item cut short anywhere is refused as truncated", arguments: samples)
    func truncation(_ hex: String) {
        let bytes = [UInt8](hex: hex)
        for length in 0..<bytes.count {
            let error = refusal { try skipping(Array(bytes[..<length])) }
            #expect(error?.reason == .truncated, "cut to \(length)")
        }
    }

    @Test(
        "A valid item with any one byte changed is refused or encodes to itself",
        arguments: samples)
    func mutation(_ hex: String) {
        let bytes = [UInt8](hex: hex)
        for index in bytes.indices {
            for byte in UInt8.min...UInt8.max {
                var mutant = bytes
                mutant[index] = byte
                check(mutant, "byte \(index) of \(hex)")
            }
        }
    }

    @Test("Every input of one or two bytes, and many of three, is refused or encodes to itself")
    func exhaustive() {
        for value in 0..<1 << 16 {
            let (high, low) = (UInt8(value >> 8), UInt8(value & 0xff))
            if high == 0 { check([low], "one byte") }
            check([high, low], "two bytes")
            for head: UInt8 in [0x19, 0x42, 0x62, 0x81, 0x82, 0xa1, 0xc1, 0xf9] {
                check([head, high, low], "three bytes")
            }
        }
    }

    @Test("Random trees encode, pass, and decode to themselves")
    func randomTrees() throws {
        var generator = SeededGenerator(announcing: "random trees")
        for round in 0..<1000 {
            let tree = Tree.random(depth: 4, using: &generator)
            let bytes = tree.encoded
            try skipping(bytes)
            try #require(
                try Tree(decoding: bytes) == tree, "seed \(generator.seed), round \(round)")
        }
    }

    @Test("100,000 random inputs are refused or encode to themselves, and some are accepted")
    func randomBytes() {
        var generator = SeededGenerator(announcing: "random bytes")
        var accepted = 0
        for round in 0..<100_000 {
            let count = Int.random(in: 0..<24, using: &generator)
            // Half of the bytes are small, so that containers often fit what follows them.
            let bytes = (0..<count).map { _ in
                UInt8(truncatingIfNeeded: generator.next())
                    & (Bool.random(using: &generator) ? 0xff : 0xe3)
            }
            if check(bytes, "seed \(generator.seed), round \(round)") { accepted += 1 }
        }
        #expect(accepted > 100, "the inputs reach too little of the reader")
    }
}
