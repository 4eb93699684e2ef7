import Testing

@testable import Exchange

@Suite("Tables that are not read")
struct BrokenTableTests {
    private typealias Place = PlanTableError.Place

    @Test(
        "A broken row is named by its line and its column",
        arguments: [
            // An open quote.
            ("Nr;Åtgärd\n1;Måla\n2;\"Städa\n3;Putsa\n", 3, Place(2, "Åtgärd"), .openQuote),
            ("Nr;Åtgärd\n1;\"a\nb\"\n2;\"Städa\n", 4, Place(2, "Åtgärd"), .openQuote),
            ("Nr;\"Åtgärd\n1;Måla\n", 1, Place(2, nil), .openQuote),
            ("sep=;\nNr;Åtgärd\n\"1;Måla\n", 3, Place(1, "Nr"), .openQuote),
            ("Nr;Åtgärd\n1;Måla;\"\n", 2, Place(3, nil), .openQuote),
            // Quotation marks where none may be.
            ("Nr;Åtgärd\n1;\"Måla\" nu\n", 2, Place(2, "Åtgärd"), .textAfterQuote),
            ("Nr;Åtgärd\n1;Köp 5\" skärm\n", 2, Place(2, "Åtgärd"), .quoteInside),
            // Cells that would come under the wrong headings.
            ("Nr;Åtgärd;Mål\n1;Städa\n2;b;c\n", 2, Place(3, "Mål"), .tooFewCells(2, expected: 3)),
            ("Nr;Åtgärd;Mål\n1;a;b\n2;Städ", 3, Place(3, "Mål"), .tooFewCells(2, expected: 3)),
            ("Nr;Åtgärd;Mål\n1;Städa\ngatan;b\n", 2, Place(3, "Mål"), .tooFewCells(2, expected: 3)),
            ("Nr;Åtgärd\n1;Städa; måla\n", 2, Place(3, nil), .tooManyCells(3, expected: 2)),
            ("Nr;Åtgärd\n1;Städa;\n", 2, Place(3, nil), .tooManyCells(3, expected: 2)),
            // An action must have a title.
            ("Nr;Åtgärd\n1;Städa\n2; \n", 3, Place(2, "Åtgärd"), .noTitle),
            ("Åtgärd;Budget\n;100\n", 2, Place(1, "Åtgärd"), .noTitle),
        ] as [(String, Int, Place, PlanTableError.Flaw)])
    private func brokenRow(
        text: String, line: Int, place: Place, flaw: PlanTableError.Flaw
    ) {
        #expect(throws: PlanTableError.brokenRow(line: line, place, flaw)) {
            try PlanTable(reading: Array(text.utf8))
        }
    }

    @Test("A file that ends within its last row is not taken for rows that Excel shortened")
    func cutShort() {
        let rows = ["Nr;Åtgärd;Mål"] + (2...16).map { "\($0);Städa;x" }
        let cut = (rows + ["17;Stä"]).joined(separator: "\r\n")
        let error = PlanTableError.brokenRow(
            line: 17, Place(3, "Mål"), .tooFewCells(2, expected: 3))
        #expect(throws: error) { try PlanTable(reading: Array(cut.utf8)) }
    }

    @Test(
        "What is no table of actions is refused",
        arguments: [
            ("", .noTitleColumn(line: 1, headings: [])),
            ("\n;;\n", .noTitleColumn(line: 1, headings: [])),
            ("Plan\nNr;Ansvarig\n1;KS\n", .noTitleColumn(line: 2, headings: ["Nr", "Ansvarig"])),
            (
                "Nr;Vad gör vi;Ansvarig\n1;Insatser;KS\n",
                .noTitleColumn(line: 1, headings: ["Nr", "Vad gör vi", "Ansvarig"])
            ),
            ("Saker;Nr\na,b,c;1\nd,e,f;2", .noTitleColumn(line: 1, headings: ["Saker", "Nr"])),
            ("Nr|Åtgärd\n1|Städa\n", .noTitleColumn(line: 1, headings: ["Nr|Åtgärd"])),
            (
                String(repeating: "\n", count: 10) + "Nr;Åtgärd\n1;Städa\n",
                .noTitleColumn(line: 1, headings: [])
            ),
            ("Nr;Åtgärd", .noRows(line: 1)),
            ("Plan\n\nNr;Åtgärd\n;\n\n", .noRows(line: 3)),
            ("sep=|\nNr|Åtgärd\n1|Städa\n", .unknownSeparator(line: "sep=|")),
            ("sep=\nÅtgärd\nStäda\n", .unknownSeparator(line: "sep=")),
        ] as [(String, PlanTableError)])
    func refused(text: String, error: PlanTableError) {
        #expect(throws: error) { try PlanTable(reading: Array(text.utf8)) }
    }

    @Test("Bytes that are no text are refused by their line")
    func undecodable() {
        let bytes = Array("Nr;Uppdrag\n1;".utf8) + [0x8f]
        #expect(
            throws: PlanTableError.undecodable(.init(encoding: .windows1252, line: 2))
        ) { try PlanTable(reading: bytes) }
    }
}

extension PlanTableError.Place {
    fileprivate init(_ number: Int, _ heading: String?) {
        self.init(number: number, heading: heading)
    }
}
