internal import FoundationEssentials

// The standard encoding of RFC 4648, section 4, in the one form that it gives for some bytes.

extension [UInt8] {
    /// Nil for anything that ``base64`` would have written otherwise: with a line break, without its
    /// padding, or with bits set that stand for nothing.
    init?(base64 text: String) {
        guard let data = Data(base64Encoded: text) else { return nil }
        self = Array(data)
        guard base64.isSpelled(like: text) else { return nil }
    }

    var base64: String { Data(self).base64EncodedString() }
}

extension Hash {
    /// Nil unless `text` is 32 bytes in base64.
    init?(base64 text: String) {
        guard let bytes = [UInt8](base64: text) else { return nil }
        unsafe self.init(bytes: bytes.span.bytes)
    }

    package var base64: String { bytes.base64 }
}
