package import Failures

/// Why a table is not read. Lines are those of the file, counted from 1; a row is named by the line
/// that it begins in.
package enum PlanTableError: Error, Hashable, Sendable {
    case undecodable(UndecodableText)
    /// The file's first line says `sep=`, and then none of the separators that are read.
    case unknownSeparator(line: String)
    /// None of the first ten rows has a heading of a title column. The headings are those of the
    /// row that looks most like a heading row, and none if all rows are empty.
    case noTitleColumn(line: Int, headings: [String])
    /// These headings, at least two, were taken for the same column. An override settles it.
    case ambiguous(PlanTable.Column, line: Int, headings: [String])
    /// An override is of a heading that the heading row, which is at this line, does not have.
    case unknownHeading(String, line: Int, headings: [String])
    /// Nothing but empty rows comes after the heading row, which is at this line.
    case noRows(line: Int)
    case brokenRow(line: Int, Place, Flaw)

    /// A cell of a row.
    package struct Place: Hashable, Sendable {
        /// Counted from 1.
        package let number: Int
        /// Nil in a row that is above the headings or has them, and where a heading is empty or
        /// there is none.
        package let heading: String?
    }

    package enum Flaw: Hashable, Sendable {
        /// A quotation mark opens the cell, and none closes it.
        case openQuote
        /// Text follows the quotation mark that closes the cell.
        case textAfterQuote
        /// A quotation mark in a cell that does not begin with one.
        case quoteInside
        /// The place is that of the first cell missing.
        case tooFewCells(Int, expected: Int)
        /// The place is that of the first cell too many.
        case tooManyCells(Int, expected: Int)
        /// The row has something in it, and nothing in the title's column, which is the place.
        case noTitle
    }
}

extension PlanTableError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .undecodable(let text): text.failureKind
        case .unknownSeparator: .refused("unknown-separator")
        case .noTitleColumn: .refused("no-title-column")
        case .ambiguous: .refused("ambiguous-column")
        case .unknownHeading: .refused("unknown-heading")
        case .noRows: .refused("no-rows")
        case .brokenRow: .refused("broken-row")
        }
    }
}
