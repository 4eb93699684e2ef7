import Testing

@testable import Exchange

@Suite("A table of actions")
struct PlanTableTests {
    private static let good = """
        Handlingsplan integration 2018;;;;
        ;;;;
        Nr;Åtgärd;Ansvarig nämnd;Klart senast;Budget
        1;"Öppna ""språkcaféer""
        i alla kommundelar";KS, BUN; maj 2018 ;100 tkr

        ;;;;
        2;Städa;;;
        """

    @Test("Headings, rows and what is above them are told with their lines")
    func whole() throws {
        let table = try PlanTable(reading: Array(Self.good.utf8))
        #expect(table.encoding == .utf8)
        #expect(table.separator == .semicolon)
        #expect(table.headingLine == 3)
        #expect(
            table.mapping == [
                .init(number: 1, heading: "Nr", column: .number),
                .init(number: 2, heading: "Åtgärd", column: .title),
                .init(number: 3, heading: "Ansvarig nämnd", column: .responsible),
                .init(number: 4, heading: "Klart senast", column: .deadline),
                .init(number: 5, heading: "Budget", column: nil),
            ])
        #expect(
            table.rows == [
                .init(
                    line: 4,
                    cells: [
                        .number: "1", .title: "Öppna \"språkcaféer\"\ni alla kommundelar",
                        .responsible: "KS, BUN", .deadline: "maj 2018",
                    ]),
                .init(line: 8, cells: [.number: "2", .title: "Städa"]),
            ])
        #expect(table.skipped == [.init(line: 1, text: "Handlingsplan integration 2018")])
    }

    @Test("A file from a Swedish Excel is read right: Windows-1252, CRLF")
    func windows1252() throws {
        let bytes =
            Array("Nr;".utf8) + [0xc5] + Array("tg".utf8) + [0xe4] + Array("rd;M".utf8)
            + [0xe5] + Array("l\r\n1;Bes".utf8) + [0xf6] + Array("k;12,5\r\n".utf8)
        let table = try PlanTable(reading: bytes)
        #expect(table.encoding == .windows1252)
        #expect(
            table.rows == [
                .init(line: 2, cells: [.number: "1", .title: "Besök", .goal: "12,5"])
            ])
    }

    @Test("Excel's Unicode text is read right: UTF-16, tabs")
    func unicodeText() throws {
        let text = "Nr\tÅtgärd\r\n1\t\"Besök\nskolor\"\r\n"
        let units = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let bytes: [UInt8] = [0xff, 0xfe] + units
        let table = try PlanTable(reading: bytes)
        #expect(table.encoding == .utf16LittleEndian)
        #expect(table.separator == .tab)
        #expect(table.rows.map(\.cells) == [[.number: "1", .title: "Besök\nskolor"]])
    }

    @Test(
        "The separator is that of the headings",
        arguments: [
            ("Nr;Åtgärd\n1;a,b", .semicolon, 2), ("Nr,Åtgärd\n1,a;b", .comma, 2),
            ("Nr\tÅtgärd\n1\ta", .tab, 2),
            ("Plan, antagen, av KF\nNr;Åtgärd\n1;a", .semicolon, 3),
            ("\"Nr, eller id\";Åtgärd\n1;a", .semicolon, 2),
            ("Nr;\"Åtgärd (insats, aktivitet)\";Mål\n1;a;b", .semicolon, 2),
            ("Nr;Åtgärd (insats, aktivitet);Mål\n1;a;b", .semicolon, 2),
            ("Åtgärd\nStäda, måla\n", .semicolon, 2),
            ("Åtgärd,Nämnd\nStäda,KS\n", .comma, 2),
            ("sep=,\r\nNr,Åtgärd\r\n1,a\r\n", .comma, 3),
            ("SEP=;\nÅtgärd,id\nStäda, måla", .semicolon, 3),
            ("sep=\t\rÅtgärd\rStäda", .tab, 3),
        ] as [(String, PlanTable.Separator, Int)])
    func separator(text: String, separator: PlanTable.Separator, firstLine: Int) throws {
        // The one heading that is none of the usual ones.
        let overrides = [
            PlanTable.Override(heading: "Nr, eller id", column: .number),
            .init(heading: "Åtgärd,id", column: .title),
        ].filter { text.contains($0.heading) }
        let table = try PlanTable(reading: Array(text.utf8), overrides: overrides)
        #expect(table.separator == separator)
        #expect(table.rows.map(\.line) == [firstLine])
    }

    @Test("The table's name is not taken for its headings")
    func name() throws {
        let table = try PlanTable(reading: Array("Åtgärder 2018;\nNr;Åtgärd\n1;Städa".utf8))
        #expect(table.headingLine == 2)
        #expect(table.skipped == [.init(line: 1, text: "Åtgärder 2018")])
    }

    @Test("A column without a heading is told if it has anything in it")
    func noHeading() throws {
        let table = try PlanTable(reading: Array("Åtgärd;;;Nr\nStäda;;x;1\n".utf8))
        #expect(table.mapping.map(\.number) == [1, 3, 4])
        #expect(table.mapping.map(\.heading) == ["Åtgärd", "", "Nr"])
        #expect(table.mapping.map(\.column) == [.title, nil, .number])
    }

    @Test("Excel may leave out cells at the end, in sixteen rows at a time")
    func leftOut() throws {
        let full = ["Nr;Åtgärd;Kommentar"] + (2...16).map { "\($0);Städa;x" }
        let short = (17...32).map { "\($0);Städa" }
        let text = (full + short + ["33;Städa;y", ""]).joined(separator: "\r\n")
        let table = try PlanTable(reading: Array(text.utf8))
        #expect(table.rows.count == 32)
        #expect(table.rows.count { $0.cells[.comment] == nil } == 16)
    }
}
