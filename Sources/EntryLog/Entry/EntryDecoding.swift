import CBOR
package import Coordinates
import TransparencyLog

// The format is specified in entry.cddl, beside this file.

extension Entry {
    /// Decodes stored bytes. Nothing is verified here beyond their form.
    /// - Throws: `MalformedEntry` for anything that this code would not have written.
    @_lifetime(copy bytes)
    package init(decoding bytes: RawSpan) throws(MalformedEntry) {
        do throws(CBORError) {
            try self.init(bytes)
        } catch {
            throw MalformedEntry("\(error)")
        }
    }

    @_lifetime(copy bytes)
    private init(_ bytes: RawSpan) throws(CBORError) {
        var reader = Reader(bytes)
        try reader.expectTag(COSE.sign1Tag)
        guard try reader.array() == 4 else { throw reader.error(.outOfRange) }
        let protectedHeader = try reader.bytes()
        guard try reader.mapHeader() == 0 else { throw reader.error(.outOfRange) }
        let payload = try reader.bytes()
        let signature = try reader.bytes()
        guard signature.byteCount == COSE.signatureByteCount else {
            throw reader.error(.outOfRange)
        }
        try reader.end()
        let (fields, content) = try decodePayload(payload)
        self.init(
            fields: fields, content: payload.extracting(content),
            keyID: try decodeHeader(protectedHeader), protectedHeader: protectedHeader,
            payload: payload, signature: signature)
    }
}

private func decodeHeader(_ bytes: RawSpan) throws(CBORError) -> KeyID {
    var reader = Reader(bytes)
    let keyID = try reader.fields { (fields) throws(CBORError) -> KeyID in
        guard try fields.required(COSE.algorithm) == COSE.ed25519 else {
            throw fields.error(.outOfRange)
        }
        let keyID: KeyID = try fields.required(COSE.keyID)
        guard try fields.required(COSE.type) == COSE.entryType else {
            throw fields.error(.outOfRange)
        }
        return keyID
    }
    try reader.end()
    return keyID
}

/// The fields, and where in the payload the content stands: entry 0 has none.
private func decodePayload(
    _ bytes: RawSpan
) throws(CBORError) -> (PayloadFields, content: Range<Int>) {
    var reader = Reader(bytes)
    var content = 0..<0
    let decoded = try reader.fields { (fields) throws(CBORError) -> PayloadFields in
        let position: Position = try fields.required(PayloadKey.position)
        let seal: Hash = try fields.required(PayloadKey.seal)
        let recordedAt: Timestamp = try fields.required(PayloadKey.recordedAt)
        let commandID: CommandID = try fields.required(PayloadKey.commandID)
        var founding: Founding?
        if position == Position(0) {
            founding = try fields.required(PayloadKey.founding)
        } else {
            content = try fields.requiredItem(PayloadKey.content)
        }
        return PayloadFields(
            position: position, seal: seal, recordedAt: recordedAt, commandID: commandID,
            founding: founding)
    }
    try reader.end()
    return (decoded, content)
}

extension Entry {
    /// The content of an entry, cut out of its stored bytes at the price of a glance: the other
    /// fields are passed over, but for the position. For deriving views; an audit decodes them.
    /// - Throws: `EntryLogError.damagedEntry`, also for the founding entry, which has none.
    @_lifetime(copy bytes)
    package static func content(of bytes: RawSpan, at position: Position) throws -> RawSpan {
        do throws(CBORError) {
            return try glancedContent(of: bytes, at: position)
        } catch {
            throw EntryLogError.damagedEntry(position, "\(error)")
        }
    }
}

@_lifetime(copy bytes)
private func glancedContent(
    of bytes: RawSpan, at position: Position
) throws(CBORError) -> RawSpan {
    var outer = Reader(bytes)
    try outer.expectTag(COSE.sign1Tag)
    guard try outer.array() == 4 else { throw outer.error(.outOfRange) }
    _ = try outer.bytes()
    _ = try outer.mapHeader()
    let payload = try outer.bytes()
    var reader = Reader(payload)
    _ = try reader.mapHeader()
    for key in PayloadKey.position..<PayloadKey.content {
        guard try reader.unsigned() == key else { throw reader.error(.missingKey(key)) }
        if key == PayloadKey.position {
            guard try reader.unsigned() == position.index else { throw reader.error(.outOfRange) }
        } else {
            _ = try reader.skip()
        }
    }
    guard try reader.unsigned() == PayloadKey.content else {
        throw reader.error(.missingKey(PayloadKey.content))
    }
    return payload.extracting(reader.offset..<payload.byteCount)
}
