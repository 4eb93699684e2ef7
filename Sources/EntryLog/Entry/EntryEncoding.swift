import CBOR
import Coordinates
import TransparencyLog

// The format is specified in entry.cddl, beside this file.

/// The keys of the payload map.
enum PayloadKey {
    static let position: UInt64 = 1
    static let seal: UInt64 = 2
    static let recordedAt: UInt64 = 3
    static let commandID: UInt64 = 4
    static let content: UInt64 = 5
    static let founding: UInt64 = 6
}

/// The COSE header parameters and tags in use (RFC 9052 sections 2 and 3.1, RFC 9596).
enum COSE {
    static let sign1Tag: UInt64 = 18
    static let algorithm: UInt64 = 1
    static let keyID: UInt64 = 4
    static let type: UInt64 = 16
    /// RFC 9864: what EdDSA (-8) left open, the curve, is part of it.
    static let ed25519: Int64 = -19
    /// So that nothing that was signed for another purpose passes for an entry.
    static let entryType = "application/vnd.liggare.entry+cbor"
    static let signatureByteCount = 64
}

/// Encodes and signs an entry: the bytes that are stored, hashed, and never encoded again.
/// - Parameter content: one deterministic CBOR item; ignored for the founding entry.
func encodeEntry(
    _ fields: PayloadFields, content: [UInt8], signedBy key: some Signer
) throws -> [UInt8] {
    var header = Encoder()
    header.map {
        $0.field(COSE.algorithm, COSE.ed25519)
        $0.field(COSE.keyID, key.publicKey.id)
        $0.field(COSE.type, COSE.entryType)
    }
    let payload = encodePayload(fields, content: content)
    let signature = try key.signature(
        over: signatureStructure(
            protectedHeader: header.bytes.rawSpan, payload: payload.rawSpan))
    var entry = Encoder()
    entry.tag(COSE.sign1Tag)
    entry.array(4) {
        $0.bytes(header.bytes)
        $0.map { _ in }
        $0.bytes(payload)
        $0.bytes(signature)
    }
    return entry.bytes
}

/// What is signed: RFC 9052 section 4.4, with the context of COSE_Sign1 and no external data.
func signatureStructure(protectedHeader: RawSpan, payload: RawSpan) -> [UInt8] {
    var structure = Encoder()
    structure.array(4) {
        $0.text("Signature1")
        $0.bytes(protectedHeader)
        $0.bytes([])
        $0.bytes(payload)
    }
    return structure.bytes
}

private func encodePayload(_ fields: PayloadFields, content: [UInt8]) -> [UInt8] {
    var payload = Encoder()
    payload.map {
        $0.field(PayloadKey.position, fields.position)
        $0.field(PayloadKey.seal, fields.seal)
        $0.field(PayloadKey.recordedAt, fields.recordedAt)
        $0.field(PayloadKey.commandID, fields.commandID)
        if let founding = fields.founding {
            $0.field(PayloadKey.founding, founding)
        } else {
            $0.field(PayloadKey.content) { $0.item(encoded: content.rawSpan) }
        }
    }
    return payload.bytes
}
