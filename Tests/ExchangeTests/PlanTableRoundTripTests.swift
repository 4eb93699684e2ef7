import TestSupport
import Testing

@testable import Exchange

@Suite("Tables written and read back")
struct PlanTableRoundTripTests {
    @Test("The bytes are those that Excel opens in Sweden")
    func bytes() {
        let bytes = PlanTable.csv(
            [.number, .title, .comment],
            [
                [.number: "1", .title: "Städa; måla"],
                [.title: "Säg \"hej\"", .comment: "a\nb"],
                [.title: " =1+1", .comment: "-3"],
                [.title: "@a, b\tc", .comment: "slut\u{a0}"],
            ])
        let text = """
            Nr;Åtgärd;Kommentar\r
            1;"Städa; måla";\r
            ;"Säg ""hej""\";"a\nb"\r
            ;" =1+1";-3\r
            ;@a, b\tc;"slut\u{a0}"\r

            """
        #expect(bytes == [0xef, 0xbb, 0xbf] + Array(text.utf8))
    }

    @Test("What is written is read back the same", arguments: SeededGenerator.seeds(4))
    func readBack(seed: UInt64) throws {
        print("LIGGARE_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            var columns = PlanTable.Column.allCases.filter {
                $0 == .title || Bool.random(using: &generator)
            }
            // One column alone does not tell what separates it from others.
            if columns.count == 1 { columns.append(.comment) }
            columns.shuffle(using: &generator)
            let count = Int.random(in: 1...40, using: &generator)
            let rows = (0..<count).map { _ in Self.row(columns, &generator) }
            let table = try PlanTable(reading: PlanTable.csv(columns, rows))
            #expect(table.rows.map(\.cells) == rows, "LIGGARE_SEED=\(seed)")
            #expect(table.mapping.map(\.column) == columns, "LIGGARE_SEED=\(seed)")
            #expect(table.separator == .semicolon, "LIGGARE_SEED=\(seed)")
            #expect(table.skipped == [], "LIGGARE_SEED=\(seed)")
        }
    }

    private static let pieces = [
        "Städa", "Åtgärd", "Nr", "Mål", "å", "\"", "\"\"", ";", ",", "\t", "\n", "\n\n", " ",
        "\u{a0}", "=", "+1", "-", "@", "'", "sep=,", "\u{301}", "\u{fe0f}", "😀", "\u{feff}",
        "\u{2028}", "1 171,5", "\0",
    ]

    /// Cells as a table has them when it has been read, and a title.
    private static func row(
        _ columns: [PlanTable.Column], _ generator: inout SeededGenerator
    ) -> [PlanTable.Column: String] {
        var row: [PlanTable.Column: String] = [:]
        for column in columns {
            let length = Int.random(in: 0...6, using: &generator)
            let cell = (0..<length).map { _ in pieces.randomElement(using: &generator)! }
                .joined().trimmed
            if !cell.isEmpty { row[column] = cell }
        }
        row[.title] = row[.title] ?? "Städa"
        return row
    }
}
