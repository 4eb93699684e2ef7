import Answers
import Exchange

/// What a table was found to hold.
struct TableOutput: Output {
    let table: PlanTable
    let file: String
    let isRehearsal: Bool

    var text: String {
        var columns = Table([
            .init(heading: "Column", isNumber: true), .init(heading: "Heading", wrapsAt: 40),
            .init(heading: "Taken for"),
        ])
        for found in table.mapping {
            columns.add([
                String(found.number), found.heading, found.column?.rawValue ?? Texts.leftOut,
            ])
        }
        return
            ([Texts.foundTable(table, file: file), columns.text, ""]
            + table.skipped.map { Texts.skippedLine($0) }).joined(separator: "\n")
    }

    var content: any Encodable { TableContent(table) }
}

/// What a table was found to hold, and what came of it, for programs.
struct TableReceiptOutput: Output {
    let found: TableOutput
    let receipt: ReceiptOutput

    var isRehearsal: Bool { found.isRehearsal }
    var text: String { found.text + "\n" + receipt.text }
    var content: any Encodable { Content(table: TableContent(found.table), receipt: receipt) }

    /// The fields of the receipt, and the table beside them.
    private struct Content: Encodable {
        let table: TableContent
        let receipt: ReceiptOutput

        func encode(to encoder: any Encoder) throws {
            try receipt.content.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(table, forKey: .table)
        }

        private enum CodingKeys: CodingKey { case table }
    }
}

private struct TableContent: Encodable {
    struct Column: Encodable {
        let number: Int
        let heading: String
        let column: Nullable<String>
    }

    struct Skipped: Encodable {
        let line: Int
        let text: String
    }

    let encoding: String
    let separator: String
    let columns: [Column]
    let rows: Int
    let skipped: [Skipped]

    init(_ table: PlanTable) {
        encoding = table.encoding.rawValue
        separator = table.separator.rawValue
        columns = table.mapping.map {
            Column(number: $0.number, heading: $0.heading, column: Nullable($0.column?.rawValue))
        }
        rows = table.rows.count
        skipped = table.skipped.map { Skipped(line: $0.line, text: $0.text) }
    }
}
