internal import Crypto

/// An Ed25519 private key (RFC 8032).
package struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    package let publicKey: PublicKey

    /// A new random key.
    package init() { self.init(Curve25519.Signing.PrivateKey()) }

    /// The key of a 32-byte seed; nil for any other length.
    package init?(seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            return nil
        }
        self.init(key)
    }

    private init(_ key: Curve25519.Signing.PrivateKey) {
        self.key = key
        publicKey = PublicKey(key.publicKey)
    }

    package var seed: [UInt8] { Array(key.rawRepresentation) }

    /// The 64 bytes of the signature.
    func signature(over message: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: message))
    }
}

/// An Ed25519 public key, 32 bytes.
package struct PublicKey: Hashable, Sendable {
    package let bytes: [UInt8]

    fileprivate init(_ key: Curve25519.Signing.PublicKey) { bytes = Array(key.rawRepresentation) }

    /// Nil unless the bytes can be a key.
    package init?(bytes: [UInt8]) {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return nil
        }
        self.init(key)
    }

    package var id: KeyID { KeyID(of: self) }

    package func isValid(signature: [UInt8], over message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }
}

/// What an entry calls the key that signed it: the first 16 bytes of SHA-256 of the public key.
package struct KeyID: Hashable, Sendable {
    package static let byteCount = 16
    package let bytes: [UInt8]

    init(of key: PublicKey) { bytes = Array(SHA256.hash(data: key.bytes).prefix(Self.byteCount)) }

    init(bytes: [UInt8]) { self.bytes = bytes }
}

extension KeyID: CustomStringConvertible {
    /// Lowercase hexadecimal.
    package var description: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
