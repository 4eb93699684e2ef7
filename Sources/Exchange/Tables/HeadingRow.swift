/// The row that heads a table, and what its columns were taken for.
struct HeadingRow: Hashable, Sendable {
    /// It is looked for among so many rows. Above it may be a plan's title, a date, empty rows.
    static let searchedRows = 10

    /// Its place among the rows of the file, counted from 0.
    let index: Int
    let line: Int
    /// One for each cell.
    let columns: [PlanTable.FoundColumn]

    /// The first row that has a title column. It is not a row with nothing but "Åtgärder 2018" in
    /// it, which is the table's name, unless there is no better row: then the table has one column.
    /// Nor is it an action called "Insatser" below headings that are known better.
    init?(in rows: some Collection<TableRow>, overrides: [PlanTable.Override]) {
        let searched = rows.prefix(Self.searchedRows).enumerated()
            .map { HeadingRow($0.element, index: $0.offset, overrides: overrides) }
        let candidates = searched.filter { row in
            row.columns.contains { $0.column == .title }
                && searched.prefix(row.index).allSatisfy { $0.recognised <= row.recognised }
        }
        guard let found = candidates.first(where: { $0.headings.count > 1 }) ?? candidates.first
        else { return nil }
        self = found
    }

    /// An override stands. A guess gives way where an override gives the same column.
    private init(_ row: TableRow, index: Int, overrides: [PlanTable.Override]) {
        self.index = index
        line = row.line
        let decided = row.cells.map { cell in overrides.last { $0.names(cell) } }
        let taken = Set(decided.compactMap { $0?.column })
        columns = zip(row.cells, decided).enumerated().map { offset, found in
            let (cell, override) = found
            let guess = override == nil ? HeadingWords.column(of: cell.trimmed) : nil
            let free = guess.flatMap { taken.contains($0) ? nil : $0 }
            return PlanTable.FoundColumn(
                number: offset + 1, heading: cell.inOneLine, column: override?.column ?? free)
        }
    }

    /// The headings that are not empty.
    var headings: [String] { columns.map(\.heading).filter { !$0.isEmpty } }

    /// How many columns were recognised.
    var recognised: Int { columns.count { $0.column != nil } }

    /// The heading of the cell with this index, or nil if there is none.
    func heading(at index: Int) -> String? {
        guard columns.indices.contains(index), !columns[index].heading.isEmpty else { return nil }
        return columns[index].heading
    }

    /// - Throws: `.ambiguous` and `.unknownHeading`.
    func check(_ overrides: [PlanTable.Override]) throws(PlanTableError) {
        for override in overrides where !headings.contains(where: override.names) {
            throw .unknownHeading(override.heading, line: line, headings: headings)
        }
        for column in PlanTable.Column.allCases {
            let same = columns.filter { $0.column == column }.map(\.heading)
            if same.count > 1 { throw .ambiguous(column, line: line, headings: same) }
        }
    }
}

extension PlanTable.Override {
    func names(_ other: String) -> Bool {
        heading.inOneLine.lowercased() == other.inOneLine.lowercased()
    }
}
