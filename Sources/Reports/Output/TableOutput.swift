import Answers
package import Exchange
import Tables

/// What a table was found to hold.
package struct TableOutput: TabularOutput {
    package let table: PlanTable
    package let file: String
    package let isRehearsal: Bool

    package init(table: PlanTable, file: String, isRehearsal: Bool) {
        self.table = table
        self.file = file
        self.isRehearsal = isRehearsal
    }

    package func blocks(in words: any Wording) -> [Block] {
        var columns = Table([
            .init(words.heading(.column), isNumber: true),
            .init(words.heading(.heading), wrapsAt: 40, rank: 0),
            .init(words.heading(.takenFor), rank: 0),
        ])
        for found in table.mapping {
            columns.add([
                .number(found.number), .text(found.heading),
                .text(found.column?.rawValue ?? words.leftOut),
            ])
        }
        let skipped = table.skipped.map { words.skippedLine($0) }
        return [.text(words.foundTable(table, file: file)), .table(columns)]
            + (skipped.isEmpty ? [] : [.text(skipped.joined(separator: "\n"))])
    }

    package func content(in words: any Wording) -> any Encodable { TableContent(table) }
}

/// What a table was found to hold, and what came of it, for programs.
package struct TableReceiptOutput: Output {
    package let found: TableOutput
    package let receipt: ReceiptOutput

    package init(found: TableOutput, receipt: ReceiptOutput) {
        self.found = found
        self.receipt = receipt
    }

    package var isRehearsal: Bool { found.isRehearsal }
    package func text(in words: any Wording) -> String {
        found.text(in: words) + "\n\n" + receipt.text(in: words)
    }
    package func content(in words: any Wording) -> any Encodable {
        Content(table: TableContent(found.table), receipt: receipt.content(in: words))
    }

    /// The fields of the receipt, and the table beside them.
    private struct Content: Encodable {
        let table: TableContent
        let receipt: any Encodable

        func encode(to encoder: any Encoder) throws {
            try receipt.encode(to: encoder)
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
