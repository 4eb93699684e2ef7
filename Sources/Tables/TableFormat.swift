/// What a table can be written as for other programs.
package enum TableFormat: String, CaseIterable, Sendable {
    case csv, tsv, md, html

    package func write(_ table: Table) -> String {
        switch self {
        case .csv: table.csv
        case .tsv: table.tsv
        case .md: table.markdown
        case .html: table.html
        }
    }
}
