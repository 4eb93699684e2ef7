import Glibc
import Synchronization

/// Turns moments into days and back, by the rules of one IANA time zone.
///
/// The rules come from the system's time zone database through the C library; its conversion
/// functions read one zone a process, so each call sets the zone under a lock. Nothing else in
/// the process may change `TZ`.
package struct CivilTimeZone: Hashable, Sendable {
    /// The IANA name, such as `Europe/Stockholm`.
    package let identifier: String

    /// - Throws: `UnknownTimeZone` where the system's database has no such zone. (The C library
    ///   would silently use UTC, and every date would be an hour or two off.)
    package init(_ identifier: String) throws(UnknownTimeZone) {
        let wellFormed = identifier.utf8.allSatisfy {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "+") || UnicodeScalar($0).properties.isAlphabetic
                || (48...57).contains($0)
        }
        let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
        guard wellFormed, identifier.first?.isLetter == true,
            access("\(folder)/\(identifier)", R_OK) == 0
        else { throw UnknownTimeZone(identifier: identifier) }
        self.identifier = identifier
    }

    /// The day that a moment falls on.
    package func date(of moment: Timestamp) -> CalendarDate {
        let parts = inZone { () -> tm in
            var seconds = time_t(moment.milliseconds / 1000)
            var parts = tm()
            localtime_r(&seconds, &parts)
            return parts
        }
        guard
            let date = CalendarDate(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1,
                day: Int(parts.tm_mday))
        else { preconditionFailure("the moment \(moment) is outside the calendar") }
        return date
    }

    /// The last millisecond of a day: what "up to DATE" includes.
    package func end(of date: CalendarDate) -> Timestamp {
        let (year, month, day) = date.yearMonthDay
        return Timestamp(milliseconds: moment(year, month, day + 1, hour: 0).milliseconds - 1)
    }

    /// Twelve o'clock on a day: the moment that stands for a day when only a day is given.
    package func noon(of date: CalendarDate) -> Timestamp {
        let (year, month, day) = date.yearMonthDay
        return moment(year, month, day, hour: 12)
    }

    /// `day` may overrun its month by one: `mktime` carries it over.
    private func moment(_ year: Int, _ month: Int, _ day: Int, hour: Int) -> Timestamp {
        let seconds = inZone { () -> time_t in
            var parts = tm()
            parts.tm_year = Int32(year - 1900)
            parts.tm_mon = Int32(month - 1)
            parts.tm_mday = Int32(day)
            parts.tm_hour = Int32(hour)
            parts.tm_isdst = -1
            return mktime(&parts)
        }
        return Timestamp(milliseconds: Int64(seconds) * 1000)
    }

    private func inZone<Result>(_ body: () -> Result) -> Result {
        Self.zoneInForce.withLock { zone in
            if zone != identifier {
                setenv("TZ", identifier, 1)
                tzset()
                zone = identifier
            }
            return body()
        }
    }

    private static let zoneInForce = Mutex("")
}

/// The system's time zone database has no zone of this name, or is not installed.
package struct UnknownTimeZone: Error, Equatable, Sendable {
    package let identifier: String
}
