import Testing

@testable import Exchange

@Suite("Rows of RFC 4180")
struct RowReaderTests {
    private func rows(_ text: String) throws -> [TableRow] {
        var reader = RowReader(Array(text.unicodeScalars)[...], separator: ";")
        var rows: [TableRow] = []
        while let row = try reader.row() { rows.append(row) }
        return rows
    }

    @Test(
        "Rows have their cells, as they are",
        arguments: [
            ("", []),
            ("\r\n", [[""]]),
            ("a", [["a"]]),
            ("a;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]]),
            ("a;b\r\n1;2", [["a", "b"], ["1", "2"]]),
            ("a;b;", [["a", "b", ""]]),
            (";;\n", [["", "", ""]]),
            ("a;\"\"", [["a", ""]]),
            ("\"a;b\";c", [["a;b", "c"]]),
            ("\"say \"\"hi\"\"\"", [["say \"hi\""]]),
            ("\"\"\"\"", [["\""]]),
            (" a ; b ", [[" a ", " b "]]),
            ("a,b\tc", [["a,b\tc"]]),
            ("a\n\nb\n", [["a"], [""], ["b"]]),
            // A combining mark leaves separators and quotation marks what they are.
            ("a;\u{301}b", [["a", "\u{301}b"]]),
            ("\"\u{301}a;b\";c", [["\u{301}a;b", "c"]]),
            // No line breaks in a spreadsheet.
            ("a\u{b}b\u{2028}c\u{85}d", [["a\u{b}b\u{2028}c\u{85}d"]]),
        ])
    func cells(text: String, cells: [[String]]) throws {
        #expect(try rows(text).map(\.cells) == cells)
    }

    @Test("A line break in quotation marks is text", arguments: ["\r\n", "\n", "\r"])
    func lineBreaks(lineBreak: String) throws {
        let text = ["a;\"1", "", "2\"", "b;c", ""].joined(separator: lineBreak)
        let expected = [
            TableRow(line: 1, cells: ["a", "1\n\n2"], isComplete: true),
            TableRow(line: 4, cells: ["b", "c"], isComplete: true),
        ]
        #expect(try rows(text) == expected)
    }

    @Test("A last row without a line break may be a part of one")
    func incomplete() throws {
        #expect(try rows("a\nb").map(\.isComplete) == [true, false])
    }

    @Test(
        "A broken cell is named by the line of its row, and its place in it",
        arguments: [
            ("\"", BrokenCell(line: 1, index: 0, flaw: .openQuote)),
            ("a\n1;\"2\n3;4\n", .init(line: 2, index: 1, flaw: .openQuote)),
            ("a\n\"1\n2\"\n3;4;\"\"\"\n", .init(line: 4, index: 2, flaw: .openQuote)),
            ("a\r\n\"1\"x;2", .init(line: 2, index: 0, flaw: .textAfterQuote)),
            ("\"1\" ;2", .init(line: 1, index: 0, flaw: .textAfterQuote)),
            // The open cell ends where the next one begins.
            ("a;\"b\nc;\"d\"\n", .init(line: 1, index: 1, flaw: .textAfterQuote)),
            ("a\n\n5\" skärm;2", .init(line: 3, index: 0, flaw: .quoteInside)),
            ("a; \"b\"", .init(line: 1, index: 1, flaw: .quoteInside)),
        ])
    func broken(text: String, error: BrokenCell) {
        #expect(throws: error) { try rows(text) }
    }
}
