import FoundationEssentials

/// Bytes as text between two lines that say what they are (RFC 7468). The lines between may be of
/// any length, since those of OpenSSH are longer than others'.
struct PEM {
    let label: String
    let bytes: [UInt8]

    init(label: String, bytes: [UInt8]) {
        self.label = label
        self.bytes = bytes
    }

    /// Nil unless the text is one such block, and nothing else.
    init?(parsing text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count >= 3,
            let first = lines.first, first.hasPrefix(Self.begin), first.hasSuffix(Self.dashes)
        else { return nil }
        let label = String(first.dropFirst(Self.begin.count).dropLast(Self.dashes.count))
        guard lines.last == Self.footer(label)[...],
            let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
        else { return nil }
        self.init(label: label, bytes: Array(data))
    }

    var text: String {
        let base64 = Data(bytes).base64EncodedString(options: [
            .lineLength64Characters, .endLineWithLineFeed,
        ])
        return [Self.begin + label + Self.dashes, base64, Self.footer(label)]
            .map { $0 + "\n" }.joined()
    }

    private static let begin = "-----BEGIN "
    private static let dashes = "-----"

    private static func footer(_ label: String) -> String { "-----END " + label + dashes }
}
