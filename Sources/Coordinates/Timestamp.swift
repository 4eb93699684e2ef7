/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z. The log's recorded time.
package struct Timestamp: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The moments that a log can hold, to the end of 9999-12-30: all have a date in every zone.
    package static let recordable =
        Timestamp(milliseconds: 0)...Timestamp(milliseconds: 253_402_214_399_999)

    /// Reads an RFC 3339 date-time: `2014-02-03T09:30:00Z`, with an optional fraction (kept to
    /// milliseconds) and an offset such as `+01:00` in place of `Z`. Nil for anything else,
    /// also for moments that are not ``recordable``.
    package init?(rfc3339 text: String) {
        guard text.utf8.count >= 20, let date = CalendarDate(text.prefix(10)) else { return nil }
        var rest = text.dropFirst(10)
        guard let mark = rest.popFirst(), "Tt ".contains(mark) else { return nil }
        let clock = rest.prefix(8).split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = Self.twoDigits(clock[0], below: 24),
            let minute = Self.twoDigits(clock[1], below: 60),
            let second = Self.twoDigits(clock[2], below: 60)
        else { return nil }
        rest = rest.dropFirst(8)
        var fraction: Int64 = 0
        if rest.first == "." {
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard let parsed = Int64((digits + "000").prefix(3)), !digits.isEmpty else {
                return nil
            }
            fraction = parsed
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offsetMinutes = Self.offsetMinutes(rest) else { return nil }
        let minutes = Int64(date.daysSinceEpoch) * 1440 + Int64(hour * 60 + minute - offsetMinutes)
        let total = (minutes * 60 + Int64(second)) * 1000 + fraction
        milliseconds = total
        guard Self.recordable.contains(self) else { return nil }
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// `2014-02-03T08:30:00.000Z`: always UTC, always milliseconds, so texts sort as times do.
    package var rfc3339: String {
        let dayNumber = milliseconds.flooredQuotient(by: Self.dayLength)
        guard let date = CalendarDate(daysSinceEpoch: dayNumber) else {
            return "\(milliseconds) ms since 1970"
        }
        let inDay = Int(milliseconds - dayNumber * Self.dayLength)
        let clock = [inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1000 % 60]
            .map { padded($0, 2) }.joined(separator: ":")
        return "\(date)T\(clock).\(padded(inDay % 1000, 3))Z"
    }

    /// The day in UTC.
    /// - Precondition: the calendar has it, as it has that of every recordable moment.
    package var dayInUTC: CalendarDate {
        let dayNumber = milliseconds.flooredQuotient(by: Self.dayLength)
        guard let date = CalendarDate(daysSinceEpoch: dayNumber) else {
            preconditionFailure("the moment \(milliseconds) is outside the calendar")
        }
        return date
    }

    private static let dayLength: Int64 = 86_400_000

    private static func twoDigits(_ text: some StringProtocol, below limit: Int) -> Int? {
        guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int(text), number < limit
        else { return nil }
        return number
    }

    private static func offsetMinutes(_ text: Substring) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, "+-".contains(sign), parts.count == 2,
            let hours = twoDigits(parts[0], below: 24), let minutes = twoDigits(parts[1], below: 60)
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }
}

extension Timestamp: CustomStringConvertible {
    package var description: String { rfc3339 }
}

extension Int64 {
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
