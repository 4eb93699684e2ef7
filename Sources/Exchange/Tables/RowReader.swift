/// Reads the rows of a table as RFC 4180 has them, one at a time, and refuses all else.
///
/// Cells are divided by the separator, and rows by CRLF, LF or CR. A cell that begins with `"` goes
/// on to the next `"` that is not doubled; separators and line breaks in it are text, and `""` is
/// one `"`. After it, the cell must end. No other cell may hold a `"`.
///
///     1;"Städa, även ""hörnen""";KS     three cells; the second is: Städa, även "hörnen"
///
/// It reads scalars and not characters: a separator is one also when a combining mark follows.
struct RowReader {
    private let scalars: ArraySlice<Unicode.Scalar>
    private let separator: Unicode.Scalar
    private var next: Int
    private var line: Int

    /// - Parameter firstLine: The number of the line that the scalars begin with.
    init(_ scalars: ArraySlice<Unicode.Scalar>, separator: Unicode.Scalar, firstLine: Int = 1) {
        self.scalars = scalars
        self.separator = separator
        next = scalars.startIndex
        line = firstLine
    }

    /// The next row, or nil at the end. After an error, there is no next row to be read.
    mutating func row() throws(BrokenCell) -> TableRow? {
        guard next < scalars.endIndex else { return nil }
        let firstLine = line
        var cells: [String] = []
        while true {
            do throws(BrokenCell.Flaw) {
                cells.append(peek == "\"" ? try quotedCell() : try plainCell())
            } catch {
                throw BrokenCell(line: firstLine, index: cells.count, flaw: error)
            }
            if peek == separator {
                next += 1
            } else {
                let isComplete = takeLineBreak()
                return TableRow(line: firstLine, cells: cells, isComplete: isComplete)
            }
        }
    }

    private var peek: Unicode.Scalar? { next < scalars.endIndex ? scalars[next] : nil }

    private var isAtCellEnd: Bool {
        switch peek {
        case nil, separator, "\r", "\n": true
        default: false
        }
    }

    /// True if there was one.
    private mutating func takeLineBreak() -> Bool {
        guard let first = peek, first == "\r" || first == "\n" else { return false }
        next += 1
        if first == "\r" && peek == "\n" { next += 1 }
        line += 1
        return true
    }

    private mutating func plainCell() throws(BrokenCell.Flaw) -> String {
        let start = next
        while !isAtCellEnd {
            if peek == "\"" { throw .quoteInside }
            next += 1
        }
        return scalars[start..<next].text
    }

    private mutating func quotedCell() throws(BrokenCell.Flaw) -> String {
        var cell = String.UnicodeScalarView()
        next += 1
        while let scalar = peek {
            if takeLineBreak() {
                cell.append("\n")
                continue
            }
            next += 1
            if scalar != "\"" {
                cell.append(scalar)
            } else if peek == "\"" {
                cell.append(scalar)
                next += 1
            } else if isAtCellEnd {
                return String(cell)
            } else {
                throw .textAfterQuote
            }
        }
        throw .openQuote
    }
}

/// A row as it stands in the file.
struct TableRow: Hashable, Sendable {
    /// The line that the row begins in, counted from 1. A row may have several.
    let line: Int
    /// Without their quotes, otherwise verbatim, but that line breaks in them are `\n`.
    let cells: [String]
    /// Whether a line break follows, so that the row is not the beginning of a longer one.
    let isComplete: Bool

    var isEmpty: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

/// A cell that is not in the form of RFC 4180.
struct BrokenCell: Error, Hashable, Sendable {
    enum Flaw: Error, Hashable, Sendable {
        case openQuote
        case textAfterQuote
        case quoteInside
    }

    /// The line that its row begins in.
    let line: Int
    /// The number of cells before it in the row.
    let index: Int
    let flaw: Flaw
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }
}
