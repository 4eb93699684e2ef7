import Tables

extension PlanTable {
    /// A file that Excel opens in Sweden, and that `init(reading:)` reads back: UTF-8 with a byte
    /// order mark, semicolons, CRLF, and quotation marks where RFC 4180 asks for them, and around
    /// cells that begin or end with a blank.
    ///
    /// Read back, the cells are the same when they are trimmed, have `\n` for line breaks, and each
    /// row has a title. A cell that begins with `=`, `+`, `-` or `@` stays as it is: a plan's words
    /// are not changed. Excel takes such a cell for a formula (OWASP, CSV Injection), so whoever
    /// opens a table whose words others wrote must know them or open it as text.
    ///
    /// - Parameter columns: In this order; the title's is among them, and none is there twice.
    package static func csv(_ columns: [Column], _ rows: [[Column: String]]) -> [UInt8] {
        precondition(columns.contains(.title), "A table of actions has their titles.")
        precondition(Set(columns).count == columns.count, "A column is written once.")
        let lines =
            [columns.map(\.swedish)] + rows.map { row in columns.map { row[$0] ?? "" } }
        return Array((TableFormat.csv.opening + delimitedText(lines)).utf8)
    }
}

extension PlanTable.Column {
    /// The heading that it is written with, and recognised by.
    package var swedish: String {
        switch self {
        case .number: "Nr"
        case .title: "Åtgärd"
        case .area: "Område"
        case .goal: "Mål"
        case .responsible: "Ansvarig"
        case .deadline: "Tidplan"
        case .status: "Status"
        case .indicator: "Indikator"
        case .partner: "Samverkanspart"
        case .comment: "Kommentar"
        }
    }
}
