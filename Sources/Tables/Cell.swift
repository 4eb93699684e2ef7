package import Coordinates

/// What a table has in one place.
package indirect enum Cell: Hashable, Sendable {
    case text(String)
    case number(UInt64)
    /// With a point, perhaps negative.
    case decimal(String)
    /// Where people look for what is not 0.
    case count(Int)
    case day(CalendarDate)
    case time(Timestamp)
    /// A word of a few, such as how far an action has come.
    case status(String)
    /// Each on a line, where there are lines.
    case list([String])
    case empty
    /// The same as in the row above, which people need not read again.
    case again(Cell)
}

extension Cell {
    package static func number(_ number: Int) -> Cell { .number(UInt64(number)) }

    package static func number(_ number: UInt32) -> Cell { .number(UInt64(number)) }

    package static func day(_ day: CalendarDate?) -> Cell { day.map { .day($0) } ?? .empty }

    package static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }

    /// The cell in the first of the rows that share it, or the same again.
    package func shown(if isFirst: Bool) -> Cell { isFirst ? self : .again(self) }

    /// For programs that read tables: days and times by RFC 3339, lists by lines.
    var plain: String {
        switch self {
        case .text(let text), .status(let text), .decimal(let text): text
        case .number(let number): String(number)
        case .count(let number): String(number)
        case .day(let day): day.description
        case .time(let time): time.rfc3339
        case .list(let items): items.joined(separator: "\n")
        case .empty: ""
        case .again(let cell): cell.plain
        }
    }
}

extension Cell: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
}
