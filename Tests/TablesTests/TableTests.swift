import Coordinates
import Tables
import Testing

@Suite("Tables")
struct TableTests {
    private static let day = CalendarDate("2014-03-01")!

    private static let table = {
        var table = Table([
            Table.Column("No", isNumber: true, rank: 0), Table.Column("Due"),
            Table.Column("Action", wrapsAt: 24, rank: 0), Table.Column("Late", isNumber: true),
            Table.Column("Deadline", wrapsAt: 20, rank: 2),
        ])
        table.add([
            .number(1), .day(day), "Prova Å|B; \"allt\"", .count(0), "senast 1 mars 2014",
        ])
        table.add([
            Cell.number(1).shown(if: false), .empty, "=cmd", .count(12), .list(["ett", "två"]),
        ])
        return table
    }()

    @Test("People see what is new, what is not 0, and columns as wide as they need to be")
    func text() {
        #expect(
            Self.table.text() == """
                No  Due         Action             Late  Deadline
                --  ----------  -----------------  ----  ------------------
                 1  2014-03-01  Prova Å|B; "allt"     .  senast 1 mars 2014
                                =cmd                 12  ett
                                                         två
                """)
    }

    @Test("A terminal that is too narrow gets broken lines, then fewer columns, and no cut words")
    func narrow() {
        #expect(
            Self.table.text(width: 52) == """
                No  Due         Action             Late  Deadline
                --  ----------  -----------------  ----  -----------
                 1  2014-03-01  Prova Å|B; "allt"     .  senast 1
                                                         mars 2014
                                =cmd                 12  ett
                                                         två
                """)
        #expect(
            Self.table.text(width: 26) == """
                No  Action
                --  -----------------
                 1  Prova Å|B; "allt"
                    Due: 2014-03-01
                    Late: .
                    Deadline: senast 1
                      mars 2014
                    =cmd
                    Late: 12
                    Deadline: ett
                      två
                """)
    }

    @Test("A word that is longer than its column pushes only its own line")
    func longWord() {
        var table = Table([Table.Column("Name", wrapsAt: 10), Table.Column("No", isNumber: true)])
        table.add(["kort ord nummer ett", .number(1)])
        table.add(["Socialtjänstlagen", .number(2)])
        #expect(
            table.text() == """
                Name        No
                ----------  --
                kort ord     1
                nummer ett
                Socialtjänstlagen   2
                """)
    }

    @Test("No line is longer than the terminal, where no word is", arguments: 30...90)
    func fits(width: Int) {
        let lines = Self.table.text(width: width).split(separator: "\n")
        #expect(lines.allSatisfy { String($0).displayWidth <= width })
        let words = Self.table.text().split { $0.isWhitespace }.filter { $0.first != "-" }
        let kept = Self.table.text(width: width).split { $0.isWhitespace }.map(String.init)
        #expect(
            Set(words.map(String.init)).isSubset(
                of: Set(kept.flatMap { [$0, String($0.dropLast())] })))
    }

    @Test("Wide characters take two columns, joined marks none")
    func width() {
        #expect("abc".displayWidth == 3)
        #expect("åäö".displayWidth == 3)
        #expect("a\u{30a}".displayWidth == 1)
        #expect("中文".displayWidth == 4)
        #expect("👨‍👩‍👧".displayWidth == 2)
        #expect("ﾊ".displayWidth == 1)
    }

    @Test("CSV is as spreadsheets in Sweden read it, and no text is a formula")
    func csv() {
        #expect(
            TableFormat.csv.write(Self.table)
                == "No;Due;Action;Late;Deadline\r\n"
                + "1;2014-03-01;\"Prova Å|B; \"\"allt\"\"\";0;senast 1 mars 2014\r\n"
                + "1;;'=cmd;12;\"ett\ntvå\"\r\n")
    }

    @Test("TSV has no tab and no line break in a cell")
    func tsv() {
        #expect(
            TableFormat.tsv.write(Self.table)
                == "No\tDue\tAction\tLate\tDeadline\n"
                + "1\t2014-03-01\tProva Å|B; \"allt\"\t0\tsenast 1 mars 2014\n"
                + "1\t\t'=cmd\t12\tett två\n")
    }

    @Test("A letter that joins with what follows hides no markup")
    func joined() {
        var table = Table([Table.Column("A")])
        table.add(["\u{d4e}<img src=x>|\u{301}&"])
        let html = TableFormat.html.write(table).ascii
        #expect(html.contains("<td>&lt;img src=x&gt;|&amp;</td>"))
        let markdown = TableFormat.md.write(table).ascii
        #expect(markdown.contains("| &lt;img src=x>\\|&amp; |"))
    }

    @Test("What a spreadsheet would calculate with is a text, and what is a number is one")
    func formulas() {
        for text in ["=1", "+1", "-1", "@a", "\t1", "\n=1", "\u{ff1d}1"] {
            var table = Table([Table.Column("A"), Table.Column("B")])
            table.add([.text(text), .decimal("-12.5")])
            for format in [TableFormat.csv, .tsv] {
                let row = format.write(table).drop { !$0.isNewline }
                #expect(row.contains("'"), "\(text)")
                #expect(row.contains("-12,5"))
            }
        }
    }

    @Test("Markdown and HTML say what the cell says")
    func markup() {
        #expect(
            TableFormat.md.write(Self.table) == """
                | No | Due | Action | Late | Deadline |
                | ---: | --- | --- | ---: | --- |
                | 1 | 2014-03-01 | Prova Å\\|B; "allt" | 0 | senast 1 mars 2014 |
                | 1 |  | =cmd | 12 | ett<br>två |

                """)
        var table = Table([Table.Column("<b>", isNumber: true)])
        table.add(["a & \"b\" <script>"])
        #expect(
            TableFormat.html.write(table) == """
                <table>
                <thead><tr><th scope="col">&lt;b&gt;</th></tr></thead>
                <tbody>
                <tr><td class="number">a &amp; &quot;b&quot; &lt;script&gt;</td></tr>
                </tbody>
                </table>

                """)
    }
}

extension String {
    fileprivate var ascii: String {
        String(String.UnicodeScalarView(unicodeScalars.filter(\.isASCII)))
    }
}
