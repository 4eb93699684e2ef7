package import Coordinates
import Handlingsplan

/// The calendar by which a ledger's dates are days: the time zone that it was founded with, and
/// those that were settled later, each from its own day.
package struct LedgerCalendar: Hashable, Sendable {
    private let founding: CivilTimeZone
    /// In the order of the days from which they hold.
    private let later: [Change]

    private struct Change: Hashable, Sendable {
        let from: CalendarDate
        let zone: CivilTimeZone
    }

    /// - Parameter settings: as they are known at a position.
    /// - Throws: `UnknownTimeZone`.
    init(
        founding: CivilTimeZone, _ settings: SettingsStory, known: Position
    ) throws(UnknownTimeZone) {
        self.founding = founding
        var later: [Change] = []
        let end = Moment(effective: .endOfCalendar, known: known)
        for item in settings.timeZone.visible(at: end) {
            later.append(Change(from: item.stamp.effective, zone: try CivilTimeZone(item.value)))
        }
        self.later = later
    }

    /// The day that a moment falls on.
    package func date(of moment: Timestamp) -> CalendarDate {
        let change = later.last { $0.zone.date(of: moment) >= $0.from }
        return (change?.zone ?? founding).date(of: moment)
    }

    /// The last millisecond of a day: what "up to DATE" includes.
    package func end(of date: CalendarDate) -> Timestamp { zone(on: date).end(of: date) }

    /// Twelve o'clock on a day: the moment that stands for a day when only a day is given.
    package func noon(of date: CalendarDate) -> Timestamp { zone(on: date).noon(of: date) }

    private func zone(on date: CalendarDate) -> CivilTimeZone {
        later.last { $0.from <= date }?.zone ?? founding
    }
}
