internal import Crypto

/// A public key under the name that it signs notes with: C2SP signed-note, "Verifier keys".
///
/// # Format
///
///     <name>+<key id>+<base64(signature type || public key)>
///
/// The key id, in eight lowercase hexadecimal digits, is the first four bytes, big-endian, of
///
///     SHA-256(name || 0x0A || signature type || public key)
///
/// For example:
///
///     example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
package struct VerificationKey: Hashable, Sendable {
    /// What a signature is made over, and how.
    package enum SignatureType: UInt8, Sendable {
        /// Ed25519 over the note's text: C2SP signed-note, "Ed25519 signatures".
        case ed25519 = 0x01
        /// A time, and Ed25519 over it and a checkpoint's text: C2SP tlog-cosignature.
        case cosignature = 0x04
    }

    package let name: String
    package let type: SignatureType
    package let publicKey: PublicKey
    /// Tells keys of one name apart. It is too short to vouch for the key.
    package let keyID: UInt32

    /// Nil if `name` is empty, or has a plus sign, a Unicode space or a control character.
    package init?(name: String, type: SignatureType, publicKey: PublicKey) {
        guard name.isKeyName else { return nil }
        self.name = name
        self.type = type
        self.publicKey = publicKey
        let key = [type.rawValue] + publicKey.bytes
        let hash = SHA256.hash(data: Array(name.utf8) + [0x0a] + key)
        keyID = UInt32(bigEndianBytes: Array(hash.prefix(4)))
    }

    /// Nil unless `vkey` is exactly what ``description`` gives for some key.
    package init?(_ vkey: String) {
        // The base64 may have plus signs of its own.
        let parts = vkey.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        guard parts.count == 3, let key = [UInt8](base64: parts[2]),
            let type = key.first.flatMap(SignatureType.init),
            let publicKey = PublicKey(bytes: Array(key.dropFirst()))
        else { return nil }
        self.init(name: parts[0], type: type, publicKey: publicKey)
        guard description.isSpelled(like: vkey) else { return nil }
    }
}

extension VerificationKey: CustomStringConvertible {
    /// The key as one line of text, without a newline.
    package var description: String {
        let digits = String(keyID, radix: 16)
        let id = String(repeating: "0", count: 8 - digits.count) + digits
        return "\(name)+\(id)+\(([type.rawValue] + publicKey.bytes).base64)"
    }
}

extension VerificationKey {
    /// Whether `signature` claims to be this key's: only then is it a fault if it does not verify.
    func isNamed(by signature: NoteSignature) -> Bool {
        keyID == signature.keyID && name.isSpelled(like: signature.name)
    }

    /// Whether this key made `signature` over the note's `text`.
    func isValid(_ signature: NoteSignature, over text: String) -> Bool {
        switch type {
        case .ed25519:
            publicKey.isValid(signature: signature.bytes, over: Array(text.utf8))
        case .cosignature:
            TimestampedSignature(signature.bytes)?.isValid(over: text, under: publicKey) ?? false
        }
    }
}

extension String {
    /// Whether the text can name a key in a signature line, where a space ends it, and in a vkey,
    /// where a plus sign does.
    var isKeyName: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy {
                $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace
            }
    }
}
