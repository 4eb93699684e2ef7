import Coordinates

/// Consecutive days of a year that is yet to be said.
struct Stretch: Hashable {
    let first: MonthDay
    let last: MonthDay

    static func months(_ first: Int, count: Int = 1) -> Stretch {
        Stretch(
            first: MonthDay(month: first, day: 1), last: MonthDay(month: first + count - 1))
    }

    static func day(_ day: MonthDay) -> Stretch { Stretch(first: day, last: day) }

    func later(byYears years: Int) -> Stretch {
        Stretch(first: first.later(byYears: years), last: last.later(byYears: years))
    }

    /// True where the other begins later and ends no earlier.
    func precedes(_ other: Stretch) -> Bool { first < other.first && !(other.last < last) }

    func days(in year: Int) -> Days? {
        guard let first = first.date(in: year), let last = last.date(in: year), first <= last
        else { return nil }
        return Days(first: first, last: last)
    }
}

/// A day of a year that is yet to be said. Months count on: month 13 is January of the next year.
struct MonthDay: Hashable, Comparable {
    let month: Int
    /// Nil for the last day of the month.
    var day: Int?

    var monthOfYear: Int { (month - 1) % 12 + 1 }

    static func < (left: MonthDay, right: MonthDay) -> Bool {
        (left.month, left.day ?? .max) < (right.month, right.day ?? .max)
    }

    func later(byYears years: Int) -> MonthDay { MonthDay(month: month + 12 * years, day: day) }

    func date(in year: Int) -> CalendarDate? {
        let (years, monthIndex) = (month - 1).quotientAndRemainder(dividingBy: 12)
        let (year, month) = (year + years, monthIndex + 1)
        return if let day {
            CalendarDate(year: year, month: month, day: day)
        } else {
            CalendarDate.last(ofMonth: month, year: year)
        }
    }
}

/// Days of the calendar from the first to the last.
struct Days: Hashable {
    let first: CalendarDate
    let last: CalendarDate

    /// The ISO 8601 week: from a Monday, and in the year in which its Thursday lies.
    static func week(_ week: Int, of year: Int) -> Days? {
        guard (1...53).contains(week), let inFirst = CalendarDate(year: year, month: 1, day: 4)
        else { return nil }
        let daysFromMonday = ((Int(inFirst.daysSinceEpoch) + 3) % 7 + 7) % 7
        guard let first = inFirst.advanced(byDays: 7 * (week - 1) - daysFromMonday),
            let thursday = first.advanced(byDays: 3), let last = first.advanced(byDays: 6),
            thursday.yearMonthDay.year == year
        else { return nil }
        return Days(first: first, last: last)
    }
}
