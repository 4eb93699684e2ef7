/// A day of the proleptic Gregorian calendar, years 0001 to 9999, without time or time zone.
///
/// Stored as days since 1970-01-01, which is also its form in the log (RFC 8943, CBOR tag 100).
package struct CalendarDate: Hashable, Comparable, Sendable {
    package let daysSinceEpoch: Int32

    /// Nil outside 0001-01-01 ... 9999-12-31.
    package init?(daysSinceEpoch days: Int64) {
        guard (Self.firstDay...Self.lastDay).contains(days) else { return nil }
        daysSinceEpoch = Int32(days)
    }

    /// Nil for a day that the calendar does not have, such as 2014-02-29.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        daysSinceEpoch = Int32(Self.days(year: year, month: month, day: day))
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 else { return nil }
        var digits = 0
        for index in bytes.indices {
            switch (index, bytes[index]) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): continue
            case (4, _), (7, _): return nil
            case (_, UInt8(ascii: "0")...UInt8(ascii: "9")):
                digits = 10 * digits + Int(bytes[index] - UInt8(ascii: "0"))
            default: return nil
            }
        }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    /// The last day there is: what is ever to hold, holds then.
    package static let endOfCalendar = CalendarDate(year: 9999, month: 12, day: 31)!

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The last day of a month; nil outside the calendar.
    package static func last(ofMonth month: Int, year: Int) -> CalendarDate? {
        guard (1...12).contains(month) else { return nil }
        return CalendarDate(year: year, month: month, day: length(ofMonth: month, year: year))
    }

    /// This date moved by whole days; nil outside the calendar.
    package func advanced(byDays days: Int) -> CalendarDate? {
        CalendarDate(daysSinceEpoch: Int64(daysSinceEpoch) + Int64(days))
    }

    package var yearMonthDay: (year: Int, month: Int, day: Int) {
        // Years are counted from March, so that the leap day ends one: then the days before a
        // month are a linear formula, and only the year needs the 4/100/400 rule.
        let shifted = Int(daysSinceEpoch) + Self.daysFromMarchOfYearZeroToEpoch
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static let daysFromMarchOfYearZeroToEpoch = 719_468
    private static let firstDay = days(year: 1, month: 1, day: 1)
    private static let lastDay = days(year: 9999, month: 12, day: 31)

    private static func days(year: Int, month: Int, day: Int) -> Int64 {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - daysFromMarchOfYearZeroToEpoch)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = yearMonthDay
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
