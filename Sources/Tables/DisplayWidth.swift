extension String {
    /// How many columns of a terminal it takes: wide characters two, marks that join the one before
    /// them none (Unicode Standard Annex 11, and of emoji Technical Standard 51).
    package var displayWidth: Int {
        // Most texts have none of either; the first joining mark is U+0300.
        if unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return unicodeScalars.count }
        return reduce(0) { $0 + $1.displayWidth }
    }
}

extension Character {
    fileprivate var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        let isEmoji =
            first.properties.isEmojiPresentation || unicodeScalars.contains("\u{fe0f}")
        return isEmoji || first.isWide ? 2 : 1
    }
}

extension Unicode.Scalar {
    /// In a block whose characters are wide or full-width by Annex 11.
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115f,  // Hangul that begins a syllable
            // Of China and Japan.
            0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
            0xa000...0xa4cf,  // Yi
            0xa960...0xa97f, 0xac00...0xd7a3,  // Hangul
            0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6,  // forms of them
            0x1b000...0x1b2ff, 0x20000...0x3fffd:
            true
        default: false
        }
    }
}
