extension Table {
    /// RFC 4180, but with semicolons and decimal commas, as spreadsheets in Sweden expect.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
    /// advises ("CSV Injection"): titles are other people's words.
    var csv: String { delimitedText(rowsForPrograms(\.delimited)) }

    /// By IANA's text/tab-separated-values, which has no tabs and no line breaks in a cell.
    var tsv: String {
        rowsForPrograms { cell in
            cell.delimited.split(omittingEmptySubsequences: false) { $0 == "\t" || $0.isNewline }
                .joined(separator: " ")
        }.map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    private func rowsForPrograms(_ write: (Cell) -> String) -> [[String]] {
        [columns.map(\.heading)] + rows.map { $0.map(write) }
    }
}

extension Cell {
    private static let formulaBegins: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}",
    ]

    fileprivate var delimited: String {
        switch self {
        case .decimal(let number): number.replacing(".", with: ",")
        case .again(let cell): cell.delimited
        default: isFormula ? "'" + plain : plain
        }
    }

    private var isFormula: Bool {
        switch self {
        case .text, .status, .list:
            plain.unicodeScalars.first.map(Self.formulaBegins.contains) ?? false
        default: false
        }
    }
}

/// Rows as RFC 4180 has them, separated by semicolons.
package func delimitedText(_ rows: [[String]]) -> String {
    rows.map { $0.map(quotedIfNeeded).joined(separator: ";") + "\r\n" }.joined()
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
