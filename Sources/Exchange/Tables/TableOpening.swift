/// The first rows of a file, read with one separator, to find out whether it is the right one.
struct TableOpening {
    let separator: PlanTable.Separator
    /// The first rows, down to one that cannot be read with this separator.
    let rows: [TableRow]
    let headingRow: HeadingRow?
    /// How many rows have equally many cells, and more than one; a broken row is among them.
    private let alike: Int

    /// The opening with the separator that `sep=` names or else the heading row has: the one with
    /// which most headings are recognised. Without a heading row it is the one with which most rows
    /// are alike; and if still two are equal, the semicolon.
    static func best(
        of source: TableSource, overrides: [PlanTable.Override]
    ) -> TableOpening {
        let separators = source.declared.map { [$0] } ?? PlanTable.Separator.allCases
        let openings = separators.map {
            TableOpening(source, separator: $0, overrides: overrides)
        }
        return openings.dropFirst().reduce(openings[0]) { $0.merit < $1.merit ? $1 : $0 }
    }

    private var merit: (recognised: Int, divided: Int) {
        if let headingRow { (headingRow.recognised, headingRow.headings.count) } else { (0, alike) }
    }

    private init(
        _ source: TableSource, separator: PlanTable.Separator, overrides: [PlanTable.Override]
    ) {
        self.separator = separator
        var reader = source.reader(separator)
        var rows: [TableRow] = []
        var widths: [Int] = []
        do throws(BrokenCell) {
            while rows.count < HeadingRow.searchedRows, let row = try reader.row() {
                rows.append(row)
                widths.append(row.cells.count)
            }
        } catch {
            // Whoever reads the whole file meets the same error, and throws it.
            widths.append(error.index + 1)
        }
        self.rows = rows
        alike = Dictionary(grouping: widths.filter { $0 > 1 }) { $0 }.values.map(\.count).max() ?? 0
        headingRow = HeadingRow(in: rows, overrides: overrides)
    }
}
