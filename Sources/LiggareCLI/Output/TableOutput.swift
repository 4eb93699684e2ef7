import Answers
import Exchange
import Tables

/// What a table was found to hold.
struct TableOutput: TabularOutput {
    let table: PlanTable
    let file: String
    let isRehearsal: Bool

    var blocks: [Block] {
        var columns = Table([
            .init("Column", isNumber: true), .init("Heading", wrapsAt: 40, rank: 0),
            .init("Taken for", rank: 0),
        ])
        for found in table.mapping {
            columns.add([
                .number(found.number), .text(found.heading),
                .text(found.column?.rawValue ?? Texts.leftOut),
            ])
        }
        let skipped = table.skipped.map { Texts.skippedLine($0) }
        return [.text(Texts.foundTable(table, file: file)), .table(columns)]
            + (skipped.isEmpty ? [] : [.text(skipped.joined(separator: "\n"))])
    }

    var content: any Encodable { TableContent(table) }
}

/// What a table was found to hold, and what came of it, for programs.
struct TableReceiptOutput: Output {
    let found: TableOutput
    let receipt: ReceiptOutput

    var isRehearsal: Bool { found.isRehearsal }
    var text: String { found.text + "\n\n" + receipt.text }
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
