/// Columns of text, as wide as they need to be; the one marked so is wrapped.
struct Table {
    struct Column {
        let heading: String
        var wrapsAt: Int?
        var isNumber = false
        /// For rows that are printed before all of them are known.
        var minimumWidth = 0
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "one cell a column")
        rows.append(cells)
    }

    /// Lines without trailing blanks; under the headings, a rule.
    var text: String { lines.joined(separator: "\n") }

    /// What stands below the rule.
    var rowText: String { lines.dropFirst(2).joined(separator: "\n") }

    private var lines: [String] {
        let wrapped = ([columns.map(\.heading)] + rows).map { row in
            zip(row, columns).map { cell, column in wrap(cell, at: column.wrapsAt) }
        }
        let widths = columns.indices.map { index in
            wrapped.flatMap { $0[index] }.map(\.count).reduce(columns[index].minimumWidth, max)
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return render(wrapped[0], widths) + [rule]
            + wrapped.dropFirst().flatMap { render($0, widths) }
    }

    private func render(_ cells: [[String]], _ widths: [Int]) -> [String] {
        (0..<(cells.map(\.count).max() ?? 0)).map { line in
            let padded = columns.indices.map { index in
                let cell = line < cells[index].count ? cells[index][line] : ""
                let blanks = String(repeating: " ", count: widths[index] - cell.count)
                return columns[index].isNumber ? blanks + cell : cell + blanks
            }
            var text = padded.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}

/// Breaks a text at its line breaks, and its lines between words; a longer word stays whole.
private func wrap(_ text: String, at width: Int?) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let width else { return lines.map(String.init) }
    return lines.flatMap { wrap(line: $0, at: width) }
}

private func wrap(line text: Substring, at width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
        if let last = lines.last, last.count + 1 + word.count <= width {
            lines[lines.count - 1] = last + " " + word
        } else {
            lines.append(String(word))
        }
    }
    return lines.isEmpty ? [""] : lines
}
