import Crypto
package import TransparencyLog

/// What an entry calls the key that signed it: the first 16 bytes of SHA-256 of the public key.
package struct KeyID: Hashable, Sendable {
    package static let byteCount = 16
    package let bytes: [UInt8]

    package init(of key: PublicKey) {
        bytes = Array(SHA256.hash(data: key.bytes).prefix(Self.byteCount))
    }

    init(bytes: [UInt8]) { self.bytes = bytes }
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
