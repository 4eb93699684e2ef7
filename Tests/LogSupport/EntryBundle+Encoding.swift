package import TransparencyLog

extension EntryBundle {
    /// The bytes of a bundle of `entries`.
    package static func encode(_ entries: [[UInt8]]) throws(OversizeEntry) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries { try append(entry.span.bytes, to: &bytes) }
        return bytes
    }
}
