import Crypto
import CryptoExtras
import FoundationEssentials
import SwiftASN1

/// A private key under a passphrase: `EncryptedPrivateKeyInfo` of RFC 5958 by PBES2 of RFC 8018,
/// with PBKDF2 and AES-CBC, as `openssl pkcs8 -topk8` writes it.
///
/// Nothing authenticates the ciphertext: a file that somebody changed may give another key. That
/// key then has no right to record.
///
///     EncryptedPrivateKeyInfo ::= SEQUENCE {
///       encryptionAlgorithm  AlgorithmIdentifier,           -- id-PBES2, PBES2-params
///       encryptedData        OCTET STRING }
///     PBES2-params ::= SEQUENCE {
///       keyDerivationFunc    AlgorithmIdentifier,           -- id-PBKDF2, PBKDF2-params
///       encryptionScheme     AlgorithmIdentifier }          -- aes128-CBC or aes256-CBC, the IV
///     PBKDF2-params ::= SEQUENCE {
///       salt                 OCTET STRING,
///       iterationCount       INTEGER,
///       keyLength            INTEGER OPTIONAL,
///       prf                  AlgorithmIdentifier DEFAULT algid-hmacWithSHA1 }
struct EncryptedKey: Sendable {
    /// What new keys get: the count that OWASP recommends for PBKDF2 with HMAC-SHA256.
    static let iterationCount = 600_000
    /// Seconds, not hours, whatever a file says.
    static let iterationLimit = 10_000_000

    private let salt: [UInt8]
    private let iterationCount: Int
    private let hash: Hash
    private let cipher: Cipher
    private let initializationVector: [UInt8]
    private let ciphertext: [UInt8]

    init(encrypting plaintext: [UInt8], with passphrase: Passphrase) {
        var generator = SystemRandomNumberGenerator()
        salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
        iterationCount = Self.iterationCount
        hash = .sha256
        cipher = .aes256
        let vector = AES._CBC.IV()
        initializationVector = Array(vector)
        do {
            let key = try Self.deriveKey(
                passphrase, salt: salt, iterationCount: iterationCount, hash, for: cipher)
            ciphertext = Array(try AES._CBC.encrypt(plaintext, using: key, iv: vector))
        } catch {
            preconditionFailure("lengths and counts are as they must be: \(error)")
        }
    }

    /// - Throws: for nearly every passphrase but the right one.
    func decrypted(with passphrase: Passphrase) throws -> [UInt8] {
        let key = try Self.deriveKey(
            passphrase, salt: salt, iterationCount: iterationCount, hash, for: cipher)
        return Array(
            try AES._CBC.decrypt(
                ciphertext, using: key, iv: AES._CBC.IV(ivBytes: initializationVector)))
    }

    private static func deriveKey(
        _ passphrase: Passphrase, salt: [UInt8], iterationCount: Int, _ hash: Hash,
        for cipher: Cipher
    ) throws -> SymmetricKey {
        // Not checked by the library, since openssl wrote 2,048 iterations for long.
        try KDF.Insecure.PBKDF2.deriveKey(
            from: passphrase.bytes, salt: salt, using: hash.function,
            outputByteCount: cipher.keyByteCount, unsafeUncheckedRounds: iterationCount)
    }
}

private enum Hash {
    case sha1, sha256

    var function: KDF.Insecure.PBKDF2.HashFunction {
        switch self {
        case .sha1: .insecureSHA1
        case .sha256: .sha256
        }
    }
}

private enum Cipher {
    case aes128, aes256

    var keyByteCount: Int {
        switch self {
        case .aes128: 16
        case .aes256: 32
        }
    }
}

// MARK: DER

extension EncryptedKey: DERParseable {
    /// - Throws: `UnreadKey.otherEncryption` for any other scheme, and above `iterationLimit`.
    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { nodes in
            let scheme = try AlgorithmIdentifier(derEncoded: &nodes).parameters(of: .pbes2)
            let ciphertext = try ASN1OctetString(derEncoded: &nodes)
            return try DER.sequence(scheme, identifier: .sequence) { nodes in
                let derivation = try AlgorithmIdentifier(derEncoded: &nodes)
                    .parameters(of: .pbkdf2)
                let encryption = try AlgorithmIdentifier(derEncoded: &nodes)
                return try EncryptedKey(derivation, encryption, ciphertext)
            }
        }
    }

    private init(
        _ derivation: ASN1Node, _ encryption: AlgorithmIdentifier, _ ciphertext: ASN1OctetString
    ) throws {
        let (cipher, vector) = try Self.cipher(encryption)
        self = try DER.sequence(derivation, identifier: .sequence) { nodes in
            let salt = try ASN1OctetString(derEncoded: &nodes)
            let iterationCount = try Int(derEncoded: &nodes)
            let keyLength: Int? = try DER.optionalImplicitlyTagged(&nodes)
            let hash = try nodes.next().map { try Self.hash(AlgorithmIdentifier(derEncoded: $0)) }
            guard (1...Self.iterationLimit).contains(iterationCount),
                keyLength == nil || keyLength == cipher.keyByteCount
            else { throw UnreadKey.otherEncryption }
            return EncryptedKey(
                salt: Array(salt.bytes), iterationCount: iterationCount, hash: hash ?? .sha1,
                cipher: cipher, initializationVector: vector, ciphertext: Array(ciphertext.bytes))
        }
    }

    private init(
        salt: [UInt8], iterationCount: Int, hash: Hash, cipher: Cipher,
        initializationVector: [UInt8], ciphertext: [UInt8]
    ) {
        self.salt = salt
        self.iterationCount = iterationCount
        self.hash = hash
        self.cipher = cipher
        self.initializationVector = initializationVector
        self.ciphertext = ciphertext
    }

    private static func hash(_ identifier: AlgorithmIdentifier) throws -> Hash {
        switch identifier.id {
        case .hmacWithSHA1: .sha1
        case .hmacWithSHA256: .sha256
        default: throw UnreadKey.otherEncryption
        }
    }

    private static func cipher(
        _ identifier: AlgorithmIdentifier
    ) throws -> (Cipher, vector: [UInt8]) {
        let cipher: Cipher =
            switch identifier.id {
            case .aes128CBC: .aes128
            case .aes256CBC: .aes256
            default: throw UnreadKey.otherEncryption
            }
        guard let parameters = identifier.parameters else { throw UnreadKey.malformed }
        let vector = try ASN1OctetString(asn1Any: parameters)
        guard vector.bytes.count == 16 else { throw UnreadKey.malformed }
        return (cipher, Array(vector.bytes))
    }
}

extension EncryptedKey: DERSerializable {
    /// Written as a new key has it: with HMAC-SHA256 and AES-256.
    func serialize(into coder: inout DER.Serializer) throws {
        precondition(hash == .sha256 && cipher == .aes256, "only new keys are written")
        try coder.appendConstructedNode(identifier: .sequence) { coder in
            try coder.appendConstructedNode(identifier: .sequence) { coder in
                try coder.serialize(ASN1ObjectIdentifier.pbes2)
                try coder.appendConstructedNode(identifier: .sequence) { coder in
                    try serializeDerivation(into: &coder)
                    try coder.serialize(
                        try AlgorithmIdentifier(
                            id: .aes256CBC,
                            ASN1OctetString(contentBytes: initializationVector[...])))
                }
            }
            try coder.serialize(ASN1OctetString(contentBytes: ciphertext[...]))
        }
    }

    private func serializeDerivation(into coder: inout DER.Serializer) throws {
        try coder.appendConstructedNode(identifier: .sequence) { coder in
            try coder.serialize(ASN1ObjectIdentifier.pbkdf2)
            try coder.appendConstructedNode(identifier: .sequence) { coder in
                try coder.serialize(ASN1OctetString(contentBytes: salt[...]))
                try coder.serialize(iterationCount)
                try coder.serialize(
                    try AlgorithmIdentifier(id: .hmacWithSHA256, ASN1Null()))
            }
        }
    }
}

extension AlgorithmIdentifier {
    /// The parameters, where the algorithm is this one.
    fileprivate func parameters(of expected: ASN1ObjectIdentifier) throws -> ASN1Node {
        guard id == expected else { throw UnreadKey.otherEncryption }
        guard let parameters else { throw UnreadKey.malformed }
        return try DER.parse(parameters.derEncoded)
    }
}

extension ASN1ObjectIdentifier {
    /// RFC 8018, appendix C.
    fileprivate static let pbes2: Self = [1, 2, 840, 113549, 1, 5, 13]
    fileprivate static let pbkdf2: Self = [1, 2, 840, 113549, 1, 5, 12]
    fileprivate static let hmacWithSHA1: Self = [1, 2, 840, 113549, 2, 7]
    fileprivate static let hmacWithSHA256: Self = [1, 2, 840, 113549, 2, 9]
    fileprivate static let aes128CBC: Self = [2, 16, 840, 1, 101, 3, 4, 1, 2]
    fileprivate static let aes256CBC: Self = [2, 16, 840, 1, 101, 3, 4, 1, 42]
}
