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
    /// By code points that are listed, and not by a table of Unicode's that grows: what is refused are
    /// controls, what turns the direction, breaks lines or shows nothing, and what is no character. A
    /// soft hyphen is let through, which word processors leave in. Specified in entry.cddl.
    package var isPlain: Bool {
        switch value {
        case 0x20...0x7e: true
        case 0...0x9f, 0x61c, 0x180e, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f,
            0xfdd0...0xfdef, 0xfeff, 0xfff9...0xfffb, 0xfffe...0xffff, 0xe0000...0xe0fff:
            false
        default: true
        }
    }
}
