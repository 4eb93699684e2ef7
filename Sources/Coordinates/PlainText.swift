extension StringProtocol {
    /// Whether a text can be shown in one line without playing tricks on whoever reads it: no
    /// control characters, none that turn the direction, break lines or show nothing.
    package var isPlainLine: Bool { unicodeScalars.allSatisfy(\.isPlain) }

    /// The same for a text of several lines, which may also have tabs.
    package var isPlainText: Bool {
        unicodeScalars.allSatisfy { $0.isPlain || $0 == "\n" || $0 == "\t" }
    }
}

extension String {
    /// As for every text; most are ASCII, and are read byte by byte.
    package var isPlainLine: Bool {
        utf8.allSatisfy { (0x20...0x7e).contains($0) } || unicodeScalars.allSatisfy(\.isPlain)
    }
}

extension Unicode.Scalar {
    package var isPlain: Bool {
        // Most are ASCII, and the table of categories takes its time.
        if isASCII { return value >= 0x20 && value != 0x7f }
        // A soft hyphen, which word processors leave in, only says where a word may break.
        if value == 0xad { return true }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: true
        }
    }
}
