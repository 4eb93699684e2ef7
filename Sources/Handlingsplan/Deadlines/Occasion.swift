import Coordinates

/// Days of any year, as text: whole months as `04` or `09/11`, else days as `02-28` or
/// `03-01/04-15`. What runs into the next year ends at a smaller month, as in `12/02`. The last
/// day of February is `02-28`, which every year has.
package struct Occasion: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Nil for what is not such a text.
    package init?(_ text: String) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count), ends.allSatisfy(Self.isEnd),
            ends.allSatisfy({ $0.utf8.count == ends[0].utf8.count })
        else { return nil }
        description = text
    }

    init(_ stretch: Stretch) {
        let (first, last) = (stretch.first, stretch.last)
        description =
            if first == last {
                Self.dayText(first)
            } else if first.day == 1, last.day == nil {
                first.month == last.month
                    ? Self.monthText(first) : "\(Self.monthText(first))/\(Self.monthText(last))"
            } else {
                "\(Self.dayText(first))/\(Self.dayText(last))"
            }
    }

    /// These days, counted from the year in which they begin. 29 February stays what it is, also
    /// for the years that have none.
    var stretch: Stretch {
        let ends = description.split(separator: "/").map(Self.end)
        let (first, last) = (ends[0], ends[ends.count - 1])
        let starts = MonthDay(month: first.month, day: first.day ?? 1)
        return Stretch(first: starts, last: last < starts ? last.later(byYears: 1) : last)
    }

    private static func end(_ text: Substring) -> MonthDay {
        let numbers = text.split(separator: "-").compactMap { Int($0) }
        return MonthDay(month: numbers[0], day: numbers.count > 1 ? numbers[1] : nil)
    }

    private static func dayText(_ day: MonthDay) -> String {
        let length = CalendarDate.length(ofMonth: day.monthOfYear, year: commonYear)
        return "\(monthText(day))-\(twoDigits(day.day ?? length))"
    }

    private static func monthText(_ day: MonthDay) -> String { twoDigits(day.monthOfYear) }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static func isEnd(_ text: Substring) -> Bool {
        CalendarDate("\(leapYear)-\(text.utf8.count == 2 ? "\(text)-01" : "\(text)")") != nil
    }

    private static let commonYear = 2015
    private static let leapYear = 2016
}
