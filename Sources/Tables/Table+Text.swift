extension Table {
    /// As people read it in a terminal: columns as wide as they need to be, under the headings a rule.
    /// - Parameter width: of the terminal; nil where lines may be as long as they are.
    package func text(width: Int? = nil) -> String { lines(width).joined(separator: "\n") }

    /// What stands below the rule.
    package var rowText: String { lines(nil).dropFirst(2).joined(separator: "\n") }

    private func lines(_ width: Int?) -> [String] {
        let layout = Layout(self, fitting: width)
        let headings = layout.beside.map { columns[$0].heading }
        let rule = layout.widths.map { String(repeating: "-", count: $0) }
        return layout.line(headings) + [rule.joined(separator: Layout.gap)]
            + rows.flatMap { row in
                layout.line(layout.beside.map { row[$0].told })
                    + layout.below.flatMap { layout.line(below: columns[$0], row[$0].told, width) }
            }
    }
}

/// Which columns stand beside each other, and how wide they are.
private struct Layout {
    static let gap = "  "

    private let columns: [Table.Column]
    /// By their places in the table.
    private(set) var beside: [Int]
    private(set) var below: [Int] = []
    private(set) var widths: [Int] = []

    /// A word that is longer than its column is let out of it. No column that stays gets narrower than
    /// can be read.
    /// - Parameter limit: of a line; where no column may give way any more, lines get longer.
    init(_ table: Table, fitting limit: Int?) {
        columns = table.columns
        beside = Array(columns.indices)
        let natural = columns.indices.map { index in
            let column = table.columns[index]
            let widest = table.widest(index) { wrapped($0, at: column.wrapsAt) }
            return min(widest, max(column.wrapsAt ?? widest, column.minimumWidth))
        }
        widths = natural
        guard let limit else { return }
        let least = columns.indices.map { index in
            let column = table.columns[index]
            guard column.wrapsAt != nil else { return natural[index] }
            let word = table.widest(index) { wrapped($0, at: 1) }
            return min(natural[index], max(word, column.rank == 0 ? 24 : 10))
        }
        while true {
            widths = Self.shrink(beside.map { natural[$0] }, to: beside.map { least[$0] }, limit)
            guard Self.length(widths) > limit,
                let rank = beside.map({ columns[$0].rank }).max(), rank > 0,
                let last = beside.lastIndex(where: { columns[$0].rank == rank })
            else { return }
            below = (below + [beside.remove(at: last)]).sorted()
        }
    }

    private static func length(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + max(0, widths.count - 1) * gap.count
    }

    /// Takes from the widest that may get narrower, until all fit or none may.
    private static func shrink(_ widths: [Int], to least: [Int], _ limit: Int) -> [Int] {
        var widths = widths
        while length(widths) > limit,
            let widest = widths.indices.filter({ widths[$0] > least[$0] })
                .max(by: { widths[$0] < widths[$1] })
        {
            widths[widest] -= 1
        }
        return widths
    }

    /// The lines of one row.
    func line(_ cells: [String]) -> [String] {
        let broken = zip(cells, zip(beside, widths)).map { cell, place in
            wrapped(cell, at: columns[place.0].wrapsAt == nil ? nil : place.1)
        }
        return (0..<(broken.map(\.count).max() ?? 0)).map { line in
            let padded = zip(broken, zip(beside, widths)).map { lines, place in
                let cell = line < lines.count ? lines[line] : ""
                let blanks = String(repeating: " ", count: max(0, place.1 - cell.displayWidth))
                return columns[place.0].isNumber ? blanks + cell : cell + blanks
            }
            return padded.joined(separator: Self.gap).withoutTrailingBlanks
        }
    }

    /// What does not fit beside the others, with its heading; nothing for an empty cell.
    func line(below column: Table.Column, _ cell: String, _ limit: Int?) -> [String] {
        guard !cell.isEmpty else { return [] }
        let margin = "    "
        let room = limit.map { max(1, $0 - 2 * margin.count) }
        return wrapped("\(column.heading): \(cell)", at: room).enumerated().map { index, line in
            (margin + (index == 0 ? "" : "  ") + line).withoutTrailingBlanks
        }
    }
}

extension Table {
    fileprivate func widest(_ index: Int, _ lines: (String) -> [String]) -> Int {
        ([columns[index].heading] + rows.map { $0[index].told }).flatMap(lines)
            .map(\.displayWidth).reduce(columns[index].minimumWidth, max)
    }
}

extension Cell {
    /// As people are told.
    fileprivate var told: String {
        switch self {
        case .count(0): "."
        case .again: ""
        default: plain
        }
    }
}

extension String {
    fileprivate var withoutTrailingBlanks: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// Breaks a text at its line breaks, and its lines between words; a longer word stays whole.
package func wrapped(_ text: String, at width: Int?) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let width else { return lines.map(String.init) }
    return lines.flatMap { wrap(line: $0, at: width) }
}

private func wrap(line text: Substring, at width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
        if let last = lines.last,
            last.displayWidth + 1 + String(word).displayWidth <= width
        {
            lines[lines.count - 1] = last + " " + word
        } else {
            lines.append(String(word))
        }
    }
    return lines.isEmpty ? [""] : lines
}
