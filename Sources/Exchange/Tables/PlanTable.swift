/// A table of actions, as a spreadsheet wrote it: a heading row, and below it a row an action.
///
/// Nothing is lost in silence. What is above the headings and which columns are not imported is
/// told; a row that is not whole is an error.
package struct PlanTable: Hashable, Sendable {
    package enum Column: String, Hashable, Sendable, CaseIterable {
        case number, title, area, goal, responsible, deadline, status, indicator, partner, comment
    }

    /// What divides the cells of a row. Excel takes the list separator of the machine: a semicolon
    /// in Sweden.
    package enum Separator: String, Hashable, Sendable, CaseIterable {
        case semicolon = ";"
        case comma = ","
        case tab = "\t"
    }

    /// A column of the file.
    package struct FoundColumn: Hashable, Sendable {
        /// Counted from 1, from the left.
        package let number: Int
        /// In one line; empty if there is none.
        package let heading: String
        /// What it was taken for; nil if it is not imported.
        package let column: Column?
    }

    package struct FoundRow: Hashable, Sendable {
        /// The line of the file that the row begins in, counted from 1.
        package let line: Int
        /// Trimmed, with line breaks as `\n`. A cell that has only blanks is not there; a title is
        /// always there.
        package let cells: [Column: String]
    }

    package struct SkippedRow: Hashable, Sendable {
        /// The line of the file that the row begins in, counted from 1.
        package let line: Int
        /// The cells that are not empty, in one line, with a blank between them.
        package let text: String
    }

    /// What the user says of a heading.
    package struct Override: Hashable, Sendable {
        /// The whole heading. Case and the kind of blanks make no difference.
        package let heading: String
        /// Nil if it shall not be imported.
        package let column: Column?

        package init(heading: String, column: Column?) {
            self.heading = heading
            self.column = column
        }
    }

    package let encoding: DecodedText.Encoding
    package let separator: Separator
    /// The line that the heading row begins in.
    package let headingLine: Int
    /// Every column that has a heading or a cell that is not empty.
    package let mapping: [FoundColumn]
    /// At least one, in the order of the file. Empty rows are not among them.
    package let rows: [FoundRow]
    /// What is above the headings: a plan's title, often.
    package let skipped: [SkippedRow]
}

extension PlanTable.Separator {
    var scalar: Unicode.Scalar {
        switch self {
        case .semicolon: ";"
        case .comma: ","
        case .tab: "\t"
        }
    }
}

extension StringProtocol {
    /// In one line: each run of blanks and line breaks is one blank, and none is at the ends.
    var inOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
