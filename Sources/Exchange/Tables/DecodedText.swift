package import Failures

/// The text in a file's bytes, and the encoding that it was found to have.
///
/// A byte order mark tells: of UTF-8, or of UTF-16, which is Excel's "Unicode text". Without a
/// mark, bytes that are valid UTF-8 are UTF-8, and all others are Windows-1252, which is Excel's
/// plain "CSV" on a Swedish machine. A text in another encoding of one byte a letter is taken for
/// Windows-1252, too, and looks wrong; so the encoding is there to be shown. (Mac OS Roman, which
/// old Macs wrote, has its "Å" at a byte that Windows-1252 leaves undefined, and is refused there.)
package struct DecodedText: Hashable, Sendable {
    package enum Encoding: String, Hashable, Sendable, CaseIterable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        case windows1252 = "Windows-1252"
    }

    /// Without the byte order mark.
    package let text: String
    package let encoding: Encoding
}

/// A byte or unit that its encoding gives no character to.
package struct UndecodableText: Error, Hashable, Sendable {
    package let encoding: DecodedText.Encoding
    /// The line that it stands in, counted from 1.
    package let line: Int
}

extension DecodedText {
    /// - Throws: `UndecodableText`: of UTF-8 and UTF-16 only when a mark promised them.
    package init(_ bytes: [UInt8]) throws(UndecodableText) {
        let encoding: Encoding
        let scalars: String.UnicodeScalarView
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
            encoding = .utf8
            scalars = try decode(bytes.dropFirst(3), UTF8.self, encoding)
        } else if bytes.starts(with: [0xff, 0xfe]) {
            encoding = .utf16LittleEndian
            scalars = try decode(bytes.dropFirst(2).units { $0 | $1 << 8 }, UTF16.self, encoding)
        } else if bytes.starts(with: [0xfe, 0xff]) {
            encoding = .utf16BigEndian
            scalars = try decode(bytes.dropFirst(2).units { $0 << 8 | $1 }, UTF16.self, encoding)
        } else if let valid = try? decode(bytes[...], UTF8.self, .utf8) {
            encoding = .utf8
            scalars = valid
        } else {
            encoding = .windows1252
            scalars = try decodeWindows1252(bytes)
        }
        self.init(text: String(scalars), encoding: encoding)
    }
}

private func decode<Codec: UnicodeCodec>(
    _ units: some Sequence<Codec.CodeUnit>, _: Codec.Type, _ encoding: DecodedText.Encoding
) throws(UndecodableText) -> String.UnicodeScalarView {
    var scalars = String.UnicodeScalarView()
    var codec = Codec()
    var rest = units.makeIterator()
    while true {
        switch codec.decode(&rest) {
        case .scalarValue(let scalar): scalars.append(scalar)
        case .emptyInput: return scalars
        case .error: throw UndecodableText(encoding: encoding, line: scalars.lineAtEnd)
        }
    }
}

private func decodeWindows1252(
    _ bytes: [UInt8]
) throws(UndecodableText) -> String.UnicodeScalarView {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
        guard let scalar = Unicode.Scalar(windows1252: byte) else {
            throw UndecodableText(encoding: .windows1252, line: scalars.lineAtEnd)
        }
        scalars.append(scalar)
    }
    return scalars
}

extension ArraySlice<UInt8> {
    /// UTF-16 units; a byte left over is half a surrogate pair, so that no decoder accepts it.
    fileprivate func units(_ join: (UInt16, UInt16) -> UInt16) -> [UInt16] {
        stride(from: startIndex, to: endIndex, by: 2).map { index in
            index + 1 < endIndex ? join(UInt16(self[index]), UInt16(self[index + 1])) : 0xd800
        }
    }
}

extension String.UnicodeScalarView {
    /// The line that the next scalar would stand in. CRLF, LF and CR break lines.
    fileprivate var lineAtEnd: Int {
        var line = 1
        var last: Unicode.Scalar?
        for scalar in self {
            if scalar == "\r" || (scalar == "\n" && last != "\r") { line += 1 }
            last = scalar
        }
        return line
    }
}

extension UndecodableText: Failing {
    package var failureKind: FailureKind { .refused("undecodable-text") }
}
