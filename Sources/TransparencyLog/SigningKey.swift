internal import Crypto

/// Whoever can sign with an Ed25519 key (RFC 8032): a key at hand, or an agent that keeps one.
package protocol Signer: Sendable {
    var publicKey: PublicKey { get }

    /// The 64 bytes of the signature.
    func signature(over message: [UInt8]) throws -> [UInt8]
}

/// An Ed25519 private key (RFC 8032).
package struct SigningKey: Signer {
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

    package func signature(over message: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: message))
    }
}

/// An Ed25519 public key, 32 bytes.
package struct PublicKey: Hashable, Sendable {
    package static let byteCount = 32
    package let bytes: [UInt8]

    fileprivate init(_ key: Curve25519.Signing.PublicKey) { bytes = Array(key.rawRepresentation) }

    /// Nil unless the bytes can be a key.
    package init?(bytes: [UInt8]) {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return nil
        }
        self.init(key)
    }

    package func isValid(signature: [UInt8], over message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }
}
