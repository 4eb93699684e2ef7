import Crypto
package import TransparencyLog

/// What an entry calls the key that signed it: the first 16 bytes of SHA-256 of the public key.
package struct KeyID: Hashable, Sendable {
    package static let byteCount = 16
    // Two words and not an array, since every entry has one.
    private let high: UInt64
    private let low: UInt64

    package init(of key: PublicKey) {
        self.init(SHA256.hash(data: key.bytes).prefix(Self.byteCount))
    }

    /// Nil for any other number of bytes.
    init?(bytes: RawSpan) {
        guard bytes.byteCount == Self.byteCount else { return nil }
        high = UInt64(bigEndian: unsafe bytes.unsafeLoadUnaligned(as: UInt64.self))
        low = UInt64(
            bigEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    private init(_ bytes: some Sequence<UInt8>) {
        let words = bytes.reduce((high: UInt64(0), low: UInt64(0))) { words, byte in
            (words.high << 8 | words.low >> 56, words.low << 8 | UInt64(byte))
        }
        (high, low) = words
    }

    package var bytes: [UInt8] { high.key + low.key }
}

extension PublicKey {
    package var id: KeyID { KeyID(of: self) }
}

extension KeyID: CustomStringConvertible {
    /// Lowercase hexadecimal.
    package var description: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
