import Testing
import TransparencyLog

@Suite struct HashTests {
    @Test("A hash comes back from its own bytes")
    func roundTrip() throws {
        let bytes = [UInt8](0..<32)
        let hash = try #require(Hash(bytes: bytes))
        #expect(hash.bytes == bytes)
        #expect(hash.withBytes { $0.byteCount } == Hash.byteCount)
        #expect(hash.withBytes { Hash(bytes: $0) } == hash)
        #expect(
            hash.description == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    }

    @Test("Bytes at an odd address are read", arguments: 0..<8)
    func unaligned(offset: Int) {
        let bytes = [UInt8](0..<40)
        let hash = Hash(bytes: bytes.span.bytes.extracting(offset..<offset + Hash.byteCount))
        #expect(hash?.bytes == Array(bytes[offset..<offset + Hash.byteCount]))
    }

    @Test("Any length but 32 is refused", arguments: [0, 1, 31, 33, 64])
    func wrongLength(count: Int) {
        let bytes = [UInt8](repeating: 0, count: count)
        #expect(Hash(bytes: bytes) == nil)
    }

    @Test("Hashes that differ in one bit are not equal", arguments: 0..<256)
    func differs(bit: Int) throws {
        var bytes = Hash.emptyTree.bytes
        bytes[bit / 8] ^= 1 << (bit % 8)
        #expect(try #require(Hash(bytes: bytes)) != Hash.emptyTree)
    }

    @Test("An entry that looks like a node does not hash like one")
    func separation() {
        let left = Hash.leaf([1])
        let right = Hash.leaf([2])
        let entry = left.bytes + right.bytes
        #expect(Hash.leaf(entry) != Hash.node(left, right))
        #expect(Hash.leaf([0x01] + entry) != Hash.node(left, right))
        #expect(Hash.node(left, right) != Hash.node(right, left))
    }
}
