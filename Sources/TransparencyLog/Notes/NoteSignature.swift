/// One signature line of a note: C2SP signed-note, "Signatures".
///
///     — <key name> <base64(key id || signature)>
///
/// The key id is four bytes, big-endian. Nothing is said yet about whether the signature holds.
package struct NoteSignature: Hashable, Sendable {
    package let name: String
    package let keyID: UInt32
    /// What the key's signature type makes of it; at least one byte.
    package let bytes: [UInt8]

    init(by key: VerificationKey, bytes: [UInt8]) {
        name = key.name
        keyID = key.keyID
        self.bytes = bytes
    }

    /// Signs the `text` of a note under `name`, as Ed25519 signatures of C2SP signed-note are made.
    ///
    /// - Precondition: `name` can name a key, and `text` can be a note's.
    package static func sign(
        _ text: String, as name: String, with signer: any Signer
    ) throws -> NoteSignature {
        precondition(SignedNote.isText(text), "not the text of a note: \(text)")
        let key = VerificationKey(named: name, type: .ed25519, of: signer)
        return NoteSignature(by: key, bytes: try signer.signature(over: Array(text.utf8)))
    }
}

extension VerificationKey {
    /// The key that checks what `signer` signs under `name`.
    ///
    /// - Precondition: `name` can name a key.
    package init(named name: String, type: SignatureType, of signer: any Signer) {
        guard let key = VerificationKey(name: name, type: type, publicKey: signer.publicKey) else {
            preconditionFailure("not the name of a key: \(name)")
        }
        self = key
    }
}

// MARK: - The line

extension NoteSignature: CustomStringConvertible {
    /// The line, without its newline.
    package var description: String {
        "— \(name) \((keyID.bigEndianBytes + bytes).base64)"
    }

    /// Nil unless `line` is exactly what ``description`` gives for some signature.
    package init?(line: String) {
        guard
            let fields = line.after("—")?.utf8.split(
                separator: UInt8(ascii: " "), omittingEmptySubsequences: false
            ).map({ String(Substring($0)) }),
            fields.count == 2, fields[0].isKeyName,
            let idAndBytes = [UInt8](base64: fields[1]), idAndBytes.count > 4
        else { return nil }
        name = fields[0]
        keyID = UInt32(bigEndianBytes: idAndBytes.prefix(4))
        bytes = Array(idAndBytes.dropFirst(4))
    }
}
