package import Failures
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

    /// Whether a text has the form of a zone's name, whatever zones there are; see entry.cddl. Not a
    /// name is what says a machine's own zone, or a zone over again by other rules.
    package static func isName(_ text: String) -> Bool {
        let hasForm = text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
                UInt8(ascii: "/"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return hasForm && (1...64).contains(text.utf8.count) && text.first?.isLetter ?? false
            && !["localtime", "posixrules", "Factory"].contains(text)
            && !text.hasPrefix("right/") && !text.hasPrefix("posix/")
    }

    /// Which needs no database: as POSIX writes it.
    package static let utc = CivilTimeZone(unchecked: "UTC0")

    private init(unchecked identifier: String) { self.identifier = identifier }

    /// Nil where the system's database has no such zone.
    /// - Throws: `UnknownTimeZone` for one whose rules are there, and cannot be read.
    package init?(ifKnown identifier: String) throws(UnknownTimeZone) {
        do {
            try self.init(identifier)
        } catch  where error.failure == nil {
            return nil
        }
    }

    /// - Throws: `UnknownTimeZone` where the system's database has no such zone, or does not give its
    ///   rules. (The C library would silently use UTC, and every date would be an hour or two off.)
    package init(_ identifier: String) throws(UnknownTimeZone) {
        guard Self.isName(identifier), try Self.hasRules(for: identifier) else {
            throw UnknownTimeZone(identifier: identifier)
        }
        self.identifier = identifier
        // While files may be opened: where none is left, later on, the C library would take UTC.
        let failure = Self.zoneInForce.withLock { bringIntoForce(&$0) }
        if let failure { throw UnknownTimeZone(identifier: identifier, failure: failure) }
    }

    /// Whether the database has a zone file (RFC 8536) of this name: it also holds folders, such
    /// as `Europe`, and lists, such as `leapseconds`.
    private static func hasRules(for identifier: String) throws(UnknownTimeZone) -> Bool {
        let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
        guard let file = fopen("\(folder)/\(identifier)", "r") else {
            if [ENOENT, ENOTDIR].contains(errno) { return false }
            throw UnknownTimeZone(identifier: identifier, failure: errno)
        }
        defer { fclose(file) }
        let isZone = "TZif".utf8.allSatisfy { getc(file) == Int32($0) }
        // A folder can be opened, and not read.
        if ferror(file) != 0, errno != EISDIR {
            throw UnknownTimeZone(identifier: identifier, failure: errno)
        }
        return isZone
    }

    /// The day that a moment falls on.
    package func date(of moment: Timestamp) -> CalendarDate {
        let seconds = moment.milliseconds.flooredQuotient(by: 1000)
        guard let date = CalendarDate(daysSinceEpoch: dayNumber(at: seconds)) else {
            preconditionFailure("the moment \(moment) is outside the calendar")
        }
        return date
    }

    /// The last millisecond of a day: what "up to DATE" includes.
    package func end(of date: CalendarDate) -> Timestamp {
        // Clocks change at midnight in some zones, so that a day begins at one o'clock or has two
        // midnights. What holds in all of them is that the days change within a day of UTC's.
        let next = Int64(date.daysSinceEpoch) + 1
        var before = (next - 1) * Self.dayLength
        var after = (next + 1) * Self.dayLength
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if dayNumber(at: middle) < next { before = middle } else { after = middle }
        }
        return Timestamp(milliseconds: after * 1000 - 1)
    }

    /// Twelve o'clock on a day: the moment that stands for a day when only a day is given.
    package func noon(of date: CalendarDate) -> Timestamp {
        let noonInUTC = Int64(date.daysSinceEpoch) * Self.dayLength + Self.dayLength / 2
        let near = noonInUTC - offset(at: noonInUTC)
        return Timestamp(milliseconds: (noonInUTC - offset(at: near)) * 1000)
    }

    private static let dayLength: Int64 = 86_400

    /// The local day, counted from 1970-01-01, at a second counted likewise.
    private func dayNumber(at seconds: Int64) -> Int64 {
        (seconds + offset(at: seconds)).flooredQuotient(by: Self.dayLength)
    }

    /// How many seconds the zone's clocks are ahead of UTC.
    private func offset(at seconds: Int64) -> Int64 {
        inZone {
            var time = time_t(seconds)
            var parts = tm()
            localtime_r(&time, &parts)
            return Int64(parts.tm_gmtoff)
        }
    }

    private func inZone<Result>(_ body: () -> Result) -> Result {
        Self.zoneInForce.withLock { zone in
            let failure = bringIntoForce(&zone)
            precondition(failure == nil, "the rules of \(identifier) cannot be read any more")
            return body()
        }
    }

    /// - Returns: why the C library has not the zone's rules; nil where it has.
    private func bringIntoForce(_ zone: inout String) -> Int32? {
        if zone == identifier { return nil }
        errno = 0
        setenv("TZ", identifier, 1)
        tzset()
        let code = errno
        zone = identifier
        if isInForce { return nil }
        // So that the next attempt reads them, and does not take the name for known.
        setenv("TZ", "UTC0", 1)
        tzset()
        zone = ""
        return code == 0 ? EIO : code
    }

    /// Whether the C library has the zone's rules. Where it could not read them, it takes the first
    /// part of the name for an abbreviation of UTC.
    private var isInForce: Bool {
        var (time, parts) = (time_t(0), tm())
        localtime_r(&time, &parts)
        guard let slash = identifier.firstIndex(of: "/"), let name = parts.tm_zone else {
            return true
        }
        return String(cString: name) != identifier[..<slash]
    }

    private static let zoneInForce = Mutex("")
}

/// The system's time zone database has no zone of this name, is not installed, or cannot be read.
package struct UnknownTimeZone: Error, Equatable, Sendable {
    package let identifier: String
    /// Why its rules could not be read; nil where there are none.
    package let failure: Int32?

    package init(identifier: String, failure: Int32? = nil) {
        self.identifier = identifier
        self.failure = failure
    }
}

extension UnknownTimeZone: Failing {
    package var failureKind: FailureKind {
        failure == nil ? .refused("unknown-time-zone") : .storage("unreadable-time-zone")
    }
}
