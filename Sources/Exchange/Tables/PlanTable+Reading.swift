extension PlanTable {
    /// Reads a file of cells divided by semicolons, commas or tabs.
    ///
    /// - Parameter overrides: What headings are, where they are not to be guessed. The last one
    ///   counts, if several are of one heading.
    package init(
        reading bytes: [UInt8], overrides: [Override] = []
    ) throws(PlanTableError) {
        let decoded: DecodedText
        do throws(UndecodableText) { decoded = try DecodedText(bytes) } catch {
            throw .undecodable(error)
        }
        let source = try TableSource(decoded.text)
        let opening = TableOpening.best(of: source, overrides: overrides)
        let all = try source.rows(opening)
        guard let headingRow = opening.headingRow else {
            throw .noTitleColumn(in: opening.rows, overrides: overrides)
        }
        try headingRow.check(overrides)
        let below = all.indices.dropFirst(headingRow.index + 1).filter { !all[$0].isEmpty }
        if below.isEmpty { throw .noRows(line: headingRow.line) }
        var rows: [FoundRow] = []
        var withContent: Set<Int> = []
        for index in below {
            try checkWidth(of: all, at: index, under: headingRow)
            let cells = all[index].cells.map(\.trimmed)
            withContent.formUnion(cells.indices.filter { !cells[$0].isEmpty })
            rows.append(try FoundRow(line: all[index].line, cells, under: headingRow))
        }
        self.init(
            encoding: decoded.encoding, separator: opening.separator,
            headingLine: headingRow.line,
            mapping: headingRow.columns.filter {
                !$0.heading.isEmpty || withContent.contains($0.number - 1)
            },
            rows: rows,
            skipped: all.prefix(headingRow.index).filter { !$0.isEmpty }.map { row in
                SkippedRow(line: row.line, text: row.cells.joined(separator: " ").inOneLine)
            })
    }
}

extension TableSource {
    fileprivate func rows(_ opening: TableOpening) throws(PlanTableError) -> [TableRow] {
        var reader = reader(opening.separator)
        var rows: [TableRow] = []
        do throws(BrokenCell) {
            while let row = try reader.row() { rows.append(row) }
        } catch {
            throw .brokenRow(
                line: error.line, PlanTableError.Place(error.index, under: opening.headingRow),
                PlanTableError.Flaw(error.flaw))
        }
        return rows
    }
}

/// A row that has lost a quotation mark or has a separator too many would put its cells under the
/// wrong headings: so it must have as many cells as the heading row.
///
/// But Excel leaves out cells at the end when they are empty in all the rows that it writes in one
/// go (stata.com/support/faqs/data-management/how-excel-writes-empty-cells). It is said to write
/// sixteen. So a row may have too few cells where all of its sixteen have equally many; should
/// Excel's number be another, a file is refused that could be read, and none is read wrongly.
private func checkWidth(
    of rows: [TableRow], at index: Int, under headingRow: HeadingRow
) throws(PlanTableError) {
    let row = rows[index]
    let expected = headingRow.columns.count
    let count = row.cells.count
    if count < expected {
        let first = index / 16 * 16
        let written = rows[first..<min(first + 16, rows.count)].filter { !$0.isEmpty }
        if row.isComplete && written.allSatisfy({ $0.cells.count == count }) { return }
        throw .brokenRow(
            line: row.line, PlanTableError.Place(count, under: headingRow),
            .tooFewCells(count, expected: expected))
    }
    if count > expected {
        throw .brokenRow(
            line: row.line, PlanTableError.Place(expected, under: headingRow),
            .tooManyCells(count, expected: expected))
    }
}

extension PlanTable.FoundRow {
    fileprivate init(
        line: Int, _ cells: [String], under headingRow: HeadingRow
    ) throws(PlanTableError) {
        var found: [PlanTable.Column: String] = [:]
        for (cell, heading) in zip(cells, headingRow.columns) {
            if let column = heading.column, !cell.isEmpty { found[column] = cell }
        }
        if found[.title] == nil {
            let title = headingRow.columns.firstIndex { $0.column == .title }
            throw .brokenRow(
                line: line, PlanTableError.Place(title ?? 0, under: headingRow), .noTitle)
        }
        self.init(line: line, cells: found)
    }
}

extension PlanTableError {
    /// If an override is of no heading that is there, that is more likely what went wrong.
    fileprivate static func noTitleColumn(
        in rows: [TableRow], overrides: [PlanTable.Override]
    ) -> PlanTableError {
        let filled = rows.map { row in
            (line: row.line, headings: row.cells.map(\.inOneLine).filter { !$0.isEmpty })
        }
        let most = filled.map(\.headings.count).max() ?? 0
        let (line, headings) = filled.first { $0.headings.count == most } ?? (1, [])
        let stray = overrides.first { override in
            !filled.contains { $0.headings.contains(where: override.names) }
        }
        return if let stray {
            .unknownHeading(stray.heading, line: line, headings: headings)
        } else {
            .noTitleColumn(line: line, headings: headings)
        }
    }
}

extension PlanTableError.Place {
    fileprivate init(_ index: Int, under headingRow: HeadingRow?) {
        self.init(number: index + 1, heading: headingRow?.heading(at: index))
    }
}

extension PlanTableError.Flaw {
    fileprivate init(_ flaw: BrokenCell.Flaw) {
        self =
            switch flaw {
            case .openQuote: .openQuote
            case .textAfterQuote: .textAfterQuote
            case .quoteInside: .quoteInside
            }
    }
}
