package import Coordinates

/// One turn of a recurring deadline: what happens in its days is about it.
package struct Occurrence: Hashable, Sendable {
    package let first: CalendarDate
    /// Its last day.
    package let due: CalendarDate

    package init(first: CalendarDate, due: CalendarDate) {
        self.first = first
        self.due = due
    }
}

extension DeadlineReading {
    /// The occurrences that fall due from `start`, the day on which the deadline began to hold,
    /// through `end`, and within the days of the whole row where they are known. They ascend
    /// without gaps: the first begins on the first of these days, and each of the others on the
    /// day after the one before it was due.
    ///
    /// Empty where nothing recurs, or only with each meeting. An end in words, `until`, ends
    /// nothing here: whether it has come is not for the calendar to say.
    package func occurrences(
        from start: CalendarDate, through end: CalendarDate
    ) -> [Occurrence] {
        guard let recurrence else { return [] }
        let days = Days(first: max(start, earliest ?? start), last: min(end, latest ?? end))
        guard days.first <= days.last else { return [] }
        let due = recurrence.dueDays(in: days, beforeOccasions: mode == .before)
        let begin = [days.first] + due.compactMap { $0.advanced(byDays: 1) }
        return zip(begin, due).map { Occurrence(first: $0, due: $1) }
    }
}
