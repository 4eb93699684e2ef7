import SwiftASN1
package import TransparencyLog

/// A key as its file keeps it.
package enum KeptKey: Sendable {
    case plain(SigningKey)
    /// Encrypted with a passphrase.
    case locked(LockedKey)
    /// The file holds the public half only; an agent has the other one.
    case elsewhere(PublicKey)
}

/// A private key that a passphrase opens.
package struct LockedKey: Sendable {
    package let path: String
    let content: EncryptedKey

    /// Slow on purpose: some tenths of a second.
    /// - Throws: `KeyFileError.wrongPassphrase`, `.unread`.
    package func unlock(with passphrase: Passphrase) throws(KeyFileError) -> SigningKey {
        do {
            return try PrivateKeyInfo(derEncoded: try content.decrypted(with: passphrase)).key
        } catch UnreadKey.otherAlgorithm {
            throw .unread(path, .otherAlgorithm)
        } catch {
            // What a wrong passphrase gives is noise, which hardly ever ends as it should, and
            // never is a key.
            throw .wrongPassphrase(path)
        }
    }
}

extension KeptKey {
    /// Reads PEM of PKCS#8 (RFC 5958), plain or encrypted, and that of OpenSSH.
    init(parsing text: String, in path: String) throws(UnreadKey) {
        guard let pem = PEM(parsing: text) else { throw .malformed }
        do {
            switch pem.label {
            case PEM.plain: self = .plain(try PrivateKeyInfo(derEncoded: pem.bytes).key)
            case PEM.encrypted:
                self = .locked(
                    LockedKey(path: path, content: try EncryptedKey(derEncoded: pem.bytes)))
            case PEM.openSSH: self = .plain(try SigningKey(openSSH: pem.bytes))
            // Such as RSA PRIVATE KEY, and EC PRIVATE KEY.
            case let label where label.hasSuffix(" PRIVATE KEY"): throw UnreadKey.otherAlgorithm
            default: throw UnreadKey.malformed
            }
        } catch {
            throw error as? UnreadKey ?? .malformed
        }
    }
}

extension PEM {
    static let plain = "PRIVATE KEY"
    static let encrypted = "ENCRYPTED PRIVATE KEY"
    static let openSSH = "OPENSSH PRIVATE KEY"

    init(_ key: SigningKey, lockedWith passphrase: Passphrase?) {
        let info = PrivateKeyInfo(key: key).derEncoded
        if let passphrase {
            let content = EncryptedKey(encrypting: info, with: passphrase)
            self.init(label: Self.encrypted, bytes: content.derEncoded)
        } else {
            self.init(label: Self.plain, bytes: info)
        }
    }
}

extension DERSerializable {
    var derEncoded: [UInt8] {
        var serializer = DER.Serializer()
        do {
            try serializer.serialize(self)
        } catch {
            preconditionFailure("our own values can be encoded: \(error)")
        }
        return serializer.serializedBytes
    }
}
