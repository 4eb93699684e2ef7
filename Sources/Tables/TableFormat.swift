/// What a table can be written as for other programs.
package enum TableFormat: String, CaseIterable, Sendable {
    case csv, tsv, md, html

    /// What a file of it begins with: Excel takes one without the byte order mark for Windows-1252.
    package var opening: String { self == .csv ? "\u{feff}" : "" }

    package func write(_ table: Table) -> String {
        switch self {
        case .csv: table.csv
        case .tsv: table.tsv
        case .md: table.markdown
        case .html: table.html
        }
    }
}
