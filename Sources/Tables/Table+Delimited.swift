extension Table {
    /// RFC 4180, but with semicolons, as spreadsheets in Sweden expect, and with a byte order mark.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
    /// advises ("CSV Injection"): titles are other people's words.
    var csv: String {
        delimitedText(rowsForPrograms { $0.isFormula ? "'" + $0.plain : $0.plain })
    }

    /// By IANA's text/tab-separated-values, which has no tabs and no line breaks in a cell.
    var tsv: String {
        rowsForPrograms { cell in
            cell.plain.split(omittingEmptySubsequences: false) { $0 == "\t" || $0.isNewline }
                .joined(separator: " ")
        }.map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    private func rowsForPrograms(_ write: (Cell) -> String) -> [[String]] {
        [columns.map(\.heading)] + rows.map { $0.map(write) }
    }
}

extension Cell {
    private static let formulaBegins: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

    fileprivate var isFormula: Bool {
        switch self {
        case .text, .status, .list:
            plain.unicodeScalars.first.map(Self.formulaBegins.contains) ?? false
        case .again(let cell): cell.isFormula
        case .number, .count, .day, .time, .empty: false
        }
    }
}

/// Rows as RFC 4180 has them, separated by semicolons, after a byte order mark.
package func delimitedText(_ rows: [[String]]) -> String {
    "\u{feff}" + rows.map { $0.map(quotedIfNeeded).joined(separator: ";") + "\r\n" }.joined()
}

/// By Unicode scalars: the two of a line break are one character.
private func quotedIfNeeded(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    let isPlain =
        !scalars.contains { ";\"\r\n".unicodeScalars.contains($0) }
        && !(scalars.first?.properties.isWhitespace ?? false)
        && !(scalars.last?.properties.isWhitespace ?? false)
    if isPlain { return cell }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in scalars {
        if scalar == "\"" { quoted.append(scalar) }
        quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
}
