package import Coordinates
package import Failures
package import TransparencyLog

/// One entry as its stored bytes say it: decoded, not yet verified. It borrows the bytes.
package struct Entry: ~Escapable {
    package let position: Position
    /// The root of the tree over all entries before this one.
    package let seal: Hash
    package let recordedAt: Timestamp
    package let commandID: CommandID
    package let keyID: KeyID
    /// Only in entry 0.
    package let founding: Founding?
    /// One CBOR item, whose meaning is the business of a module above; empty in entry 0.
    package let content: RawSpan

    let protectedHeader: RawSpan
    let payload: RawSpan
    let signature: RawSpan

    /// Whether the signature was made by this key over exactly these bytes.
    package func isSigned(by key: PublicKey) -> Bool {
        keyID == key.id
            && key.isValid(
                signature: Array(copying: signature),
                over: signatureStructure(protectedHeader: protectedHeader, payload: payload))
    }

    @_lifetime(copy content, copy protectedHeader, copy payload, copy signature)
    init(
        fields: PayloadFields, content: RawSpan, keyID: KeyID, protectedHeader: RawSpan,
        payload: RawSpan, signature: RawSpan
    ) {
        position = fields.position
        seal = fields.seal
        recordedAt = fields.recordedAt
        commandID = fields.commandID
        founding = fields.founding
        self.keyID = keyID
        self.content = content
        self.protectedHeader = protectedHeader
        self.payload = payload
        self.signature = signature
    }
}

/// The part of a payload that is not content.
struct PayloadFields {
    let position: Position
    let seal: Hash
    let recordedAt: Timestamp
    let commandID: CommandID
    let founding: Founding?
}

/// Why stored bytes are not an entry.
package struct MalformedEntry: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

extension MalformedEntry: Failing {
    package var failureKind: FailureKind { .storage("malformed-entry") }
}
