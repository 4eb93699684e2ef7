package import Coordinates

/// What a report, a follow-up or a figure is about, as text: a year `2018`, half of one
/// `2018-H1`, a tertial `2018-T2`, a quarter `2018-Q4`, a month `2018-03`, a day `2018-03-31`, or
/// whole years from the first to the last `2015/2018`. Its text, in upper case, is its identity:
/// `2018-H1` is another period than any that happens to have the same days.
package struct Period: Hashable, Sendable, CustomStringConvertible {
    package let description: String
    package let first: CalendarDate
    package let last: CalendarDate

    /// Nil for what is not such a text, or not in the calendar. `h1` is read as `H1`.
    package init?(_ text: String) {
        let text = text.uppercased()
        guard
            let days = Self.day(text) ?? Self.month(text) ?? Self.year(text)
                ?? Self.partOfYear(text) ?? Self.years(text)
        else { return nil }
        description = text
        first = days.first
        last = days.last
    }

    private static func day(_ text: String) -> Days? {
        CalendarDate(text).map { Days(first: $0, last: $0) }
    }

    private static func month(_ text: String) -> Days? {
        guard text.utf8.count == 7,
            let (year, month, _) = CalendarDate("\(text)-01")?.yearMonthDay
        else { return nil }
        return Stretch.months(month).days(in: year)
    }

    private static func year(_ text: some StringProtocol) -> Days? {
        guard text.utf8.count == 4, let first = CalendarDate("\(text)-01-01"),
            let last = CalendarDate.last(ofMonth: 12, year: first.yearMonthDay.year)
        else { return nil }
        return Days(first: first, last: last)
    }

    private static func partOfYear(_ text: String) -> Days? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = year(parts[0])?.first.yearMonthDay.year,
            parts[1].utf8.count == 2, let letter = parts[1].first,
            let number = parts[1].last?.wholeNumberValue
        else { return nil }
        let part = Lexicon.parts.first { $0.short.contains(letter.lowercased()) }
        return part?.stretch(number)?.days(in: year)
    }

    private static func years(_ text: String) -> Days? {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = year(ends[0]), let last = year(ends[1]),
            first.first < last.first
        else { return nil }
        return Days(first: first.first, last: last.last)
    }
}
