extension Unicode.Scalar {
    /// The character of a byte in Windows-1252, by the index of the WHATWG Encoding Standard; nil
    /// for the five bytes that Windows does not define. (The standard gives those the control
    /// characters of the same number. No spreadsheet writes these, so they tell of a file that is
    /// something else.)
    init?(windows1252 byte: UInt8) {
        guard (0x80...0x9f).contains(byte) else {
            self.init(byte)
            return
        }
        guard let scalar = windows1252Index[Int(byte) - 0x80] else { return nil }
        self = scalar
    }
}

/// The bytes 80 to 9F. All others are the Unicode scalars of the same number.
private let windows1252Index: [Unicode.Scalar?] = [
    "\u{20ac}", nil, "\u{201a}", "\u{0192}", "\u{201e}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02c6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017d}", nil,
    nil, "\u{2018}", "\u{2019}", "\u{201c}", "\u{201d}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02dc}", "\u{2122}", "\u{0161}", "\u{203a}", "\u{0153}", nil, "\u{017e}", "\u{0178}",
]
