import EntryLog
import TestSupport
import Testing

/// Whatever the bytes, only the entries that were signed are entries.
@Suite struct HostileEntryTests {
    static let names = ["entries/founding", "entries/content"]

    @Test("An entry with any one bit changed is malformed or not signed", arguments: names)
    func anyBit(name: String) throws {
        let golden = try goldenBytes(name)
        for index in golden.indices {
            for bit in 0..<8 {
                var changed = golden
                changed[index] ^= 1 << bit
                if isSigned(changed) { Issue.record("bit \(bit) of byte \(index)") }
            }
        }
    }

    @Test(
        "An entry with any one byte changed to another is malformed or not signed",
        arguments: names)
    func anyByte(name: String) throws {
        let golden = try goldenBytes(name)
        var generator = SeededGenerator(announcing: "one byte changed")
        for index in golden.indices {
            for difference in (1...255 as ClosedRange<UInt8>).shuffled(using: &generator).prefix(4)
            {
                var changed = golden
                changed[index] ^= difference
                if isSigned(changed) {
                    Issue.record("byte \(index) by \(difference), seed \(generator.seed)")
                }
            }
        }
    }

    @Test("An entry cut short anywhere is malformed", arguments: names)
    func truncations(name: String) throws {
        let golden = try goldenBytes(name)
        for length in golden.indices {
            #expect(throws: MalformedEntry.self, "\(length) bytes") {
                try ReadEntry(decoding: Array(golden[..<length]))
            }
        }
    }

    @Test("An entry with bytes after it is malformed", arguments: names)
    func trailingBytes(name: String) throws {
        let golden = try goldenBytes(name)
        for byte in 0...255 as ClosedRange<UInt8> {
            #expect(throws: MalformedEntry.self) { try ReadEntry(decoding: golden + [byte]) }
        }
        #expect(throws: MalformedEntry.self) { try ReadEntry(decoding: golden + golden) }
    }

    @Test("A founding entry of a format that never was is malformed")
    func formatZero() throws {
        var bytes = try goldenBytes("entries/founding")
        // The field 6 of the payload, a map of 7, whose field 1 is the format.
        let format = try #require(bytes.firstRange(of: [0x06, 0xa7, 0x01, 0x01])).upperBound - 1
        for number: UInt8 in [0, 2] {
            bytes[format] = number
            #expect(throws: MalformedEntry.self) { try ReadEntry(decoding: bytes) }
        }
    }

    @Test("Pieces of entries, shuffled and spoiled, are malformed or not signed")
    func fuzz() throws {
        var generator = SeededGenerator(announcing: "hostile entries")
        let samples = try Self.names.map(goldenBytes)
        for round in 0..<20_000 {
            let hostile = hostileBytes(from: samples, using: &generator)
            if !samples.contains(hostile), isSigned(hostile) {
                Issue.record("seed \(generator.seed), round \(round): \(hostile.hex)")
            }
        }
    }

    private func hostileBytes(
        from samples: [[UInt8]], using generator: inout SeededGenerator
    ) -> [UInt8] {
        let (one, other) = (
            samples.randomElement(using: &generator)!, samples.randomElement(using: &generator)!
        )
        let cut = Int.random(in: 0...min(one.count, other.count), using: &generator)
        let shift = Int.random(in: -2...2, using: &generator)
        var bytes = Array(one[..<cut] + other.dropFirst(max(0, cut + shift)))
        for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: bytes.indices, using: &generator)
            bytes[index] = UInt8.random(in: 0...255, using: &generator)
        }
        return bytes
    }
}

/// Whether the bytes are an entry that the founder signed.
private func isSigned(_ bytes: [UInt8]) -> Bool {
    (try? ReadEntry(decoding: bytes))?.isSignedByFounder ?? false
}
