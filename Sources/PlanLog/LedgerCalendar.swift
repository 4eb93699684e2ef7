package import Coordinates
package import EntryLog
package import Failures
package import Handlingsplan

/// The calendar by which a ledger's dates are days: the time zone that it was founded with, and
/// those that were settled later, each from its own day. One that this system does not know is passed
/// over, and the one before it goes on; without any, UTC.
package struct LedgerCalendar: Hashable, Sendable {
    private let founding: CivilTimeZone
    /// In the order of the days from which they hold.
    private let later: [Change]
    /// Those that were passed over.
    package let unknownZones: [String]

    private struct Change: Hashable, Sendable {
        let from: CalendarDate
        let zone: CivilTimeZone
    }

    /// - Parameter settings: as they are known at a position.
    /// - Throws: `UnknownTimeZone` for one whose rules are there, and cannot be read.
    package init(
        founding zone: String, _ settings: SettingsStory, known: Position
    ) throws(UnknownTimeZone) {
        let first = try CivilTimeZone(ifKnown: zone)
        self.founding = first ?? .utc
        var later: [Change] = []
        var unknown = first == nil ? [zone] : []
        let end = Moment(effective: .endOfCalendar, known: known)
        for item in settings.timeZone.visible(at: end) {
            if let zone = try CivilTimeZone(ifKnown: item.value) {
                later.append(Change(from: item.stamp.effective, zone: zone))
            } else {
                unknown.append(item.value)
            }
        }
        self.later = later
        unknownZones = unknown
    }

    /// For what rests on the days being right.
    /// - Throws: `UnknownTimeZone` where a zone was passed over.
    package func requireKnownZones() throws(UnknownTimeZone) {
        if let zone = unknownZones.last { throw UnknownTimeZone(identifier: zone) }
    }

    /// The day that a moment falls on. Days follow each other, also where one zone gives way to
    /// another: the first day in the new zone begins when it does there, or already when the day
    /// before has ended in the old zone. So a day can be longer, or cut short.
    package func date(of moment: Timestamp) -> CalendarDate {
        later.reduce(founding.date(of: moment)) { date, change in
            let own = change.zone.date(of: moment)
            return own >= change.from ? own : min(date, change.from)
        }
    }

    /// The last millisecond of a day: what "up to DATE" includes.
    package func end(of date: CalendarDate) -> Timestamp {
        later.reduce(founding.end(of: date)) { end, change in
            if date >= change.from { return change.zone.end(of: date) }
            let dayBefore = change.from.advanced(byDays: -1) ?? change.from
            return min(end, change.zone.end(of: dayBefore))
        }
    }

    /// Twelve o'clock on a day: the moment that stands for a day when only a day is given. The end
    /// of the day, where a new zone cuts it short before noon.
    package func noon(of date: CalendarDate) -> Timestamp {
        let zone = later.last { $0.from <= date }?.zone ?? founding
        return min(zone.noon(of: date), end(of: date))
    }
}

extension LedgerReading {
    /// The calendar as it is settled in what was folded.
    /// - Throws: `UnknownTimeZone`; what reading throws.
    package func calendar(of founding: Founding) throws -> LedgerCalendar {
        try LedgerCalendar(
            founding: founding.timeZone, settings(), known: size.last ?? Position(0))
    }
}

extension LogSnapshot {
    /// The moment that a question is about: what held on a day, as it was known at the end of a day,
    /// by default at the end of the log.
    /// - Parameters:
    ///   - size: of the first entries alone; by default of all.
    ///   - story: when entries count as recorded.
    /// - Throws: `NothingRecorded` for a day before the ledger was founded.
    package func moment(
        effective: CalendarDate, known day: CalendarDate?, by calendar: LedgerCalendar,
        within size: TreeSize? = nil, by story: LogStory
    ) throws -> Moment {
        guard let last = (size ?? self.size).last else {
            preconditionFailure("a ledger has an entry")
        }
        guard let day else { return Moment(effective: effective, known: last) }
        guard
            let position = try lastPosition(
                recordedBy: calendar.end(of: day), within: size, by: story)
        else {
            let founded = calendar.date(of: try entry(at: Position(0)) { $0.recordedAt })
            throw NothingRecorded(by: day, founded: founded)
        }
        return Moment(effective: effective, known: position)
    }
}

/// The ledger did not exist yet.
package struct NothingRecorded: Error, Hashable, Sendable {
    package let by: CalendarDate
    package let founded: CalendarDate

    package init(by: CalendarDate, founded: CalendarDate) {
        self.by = by
        self.founded = founded
    }
}

extension NothingRecorded: Failing {
    package var failureKind: FailureKind { .missing("nothing-recorded-by-then") }
}
