import Crypto

/// The hash of a leaf, a node or a whole tree: 32 bytes of SHA-256, stored inline.
package struct Hash: Hashable, Sendable {
    package static let byteCount = 32

    /// The root of the tree with no entries: SHA-256 of nothing.
    package static let emptyTree = Hash(SHA256().finalize())

    // Four words, not an array, so that a hash is copied and compared without touching the heap.
    // Their bytes stand in memory in the digest's order; the numbers themselves mean nothing.
    fileprivate let words: Words

    /// Exactly 32 bytes, as ``bytes`` gives them; nil for any other length.
    package init?(bytes: RawSpan) {
        guard bytes.byteCount == Hash.byteCount else { return nil }
        words = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: Words.self) }
    }

    private init(_ digest: SHA256.Digest) {
        words = unsafe digest.withUnsafeBytes {
            unsafe $0.loadUnaligned(as: Words.self)
        }
    }
}

// MARK: - The tree's two hash functions

extension Hash {
    /// The hash of one entry, SHA-256(0x00 || `entry`): RFC 6962, section 2.1.
    package static func leaf(_ entry: RawSpan) -> Hash {
        var hasher = SHA256()
        hasher.update(prefix: 0x00)
        hasher.update(entry)
        return Hash(hasher.finalize())
    }

    /// The hash of two neighbouring trees, SHA-256(0x01 || `left` || `right`): RFC 6962, section
    /// 2.1.
    package static func node(_ left: Hash, _ right: Hash) -> Hash {
        // In one piece: of so few bytes, each further update costs as much as hashing them.
        let input = NodeInput(left: left.words, right: right.words)
        var hasher = SHA256()
        unsafe withUnsafeBytes(of: input) { bytes in
            unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[7...]))
        }
        return Hash(hasher.finalize())
    }
}

extension SHA256 {
    fileprivate mutating func update(prefix: UInt8) {
        unsafe withUnsafeBytes(of: prefix) { unsafe update(bufferPointer: $0) }
    }

    fileprivate mutating func update(_ bytes: RawSpan) {
        unsafe bytes.withUnsafeBytes { unsafe update(bufferPointer: $0) }
    }
}

// MARK: - The bytes

extension Hash: CustomStringConvertible {
    /// The 32 bytes, lent for the duration of `body`.
    package func withBytes<Result, Failure>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe withUnsafeBytes(of: words) { (bytes) throws(Failure) -> Result in
            try unsafe body(bytes.bytes)
        }
    }

    /// A copy of the 32 bytes.
    package var bytes: [UInt8] {
        unsafe withUnsafeBytes(of: words) { unsafe Array($0) }
    }

    /// Nil unless it is 64 hexadecimal digits.
    package init?(hexadecimal text: String) {
        let digits = text.compactMap(\.hexDigitValue).map(UInt8.init)
        guard digits.count == text.utf8.count, digits.count == 2 * Hash.byteCount else {
            return nil
        }
        let bytes = stride(from: 0, to: digits.count, by: 2).map {
            digits[$0] << 4 | digits[$0 + 1]
        }
        unsafe self.init(bytes: bytes.span.bytes)
    }

    /// 64 lowercase hexadecimal digits.
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        let characters = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xf)]] }
        return String(decoding: characters, as: UTF8.self)
    }
}

private struct Words: Hashable {
    let first, second, third, fourth: UInt64
}

/// Seven bytes of no use, the prefix of a node, and its two hashes, side by side.
private struct NodeInput {
    let prefix = UInt64(0x01).bigEndian
    let left, right: Words
}
