package import Coordinates

/// Something that a recurring deadline asks for, done.
package struct Completion: Hashable, Sendable {
    package let day: CalendarDate
    /// What it is about, where that is said.
    package let period: Period?

    package init(on day: CalendarDate, about period: Period? = nil) {
        self.day = day
        self.period = period
    }
}

package enum OccurrenceState: Hashable, Sendable {
    /// The day of the earliest completion.
    case done(on: CalendarDate)
    /// The due day has passed, and nothing is done.
    case missed
    /// The due day has not passed, and nothing is done.
    case due
}

/// How an occurrence stands on a day.
package struct OccurrenceStanding: Hashable, Sendable {
    package let occurrence: Occurrence
    package let state: OccurrenceState

    package init(_ occurrence: Occurrence, _ state: OccurrenceState) {
        self.occurrence = occurrence
        self.state = state
    }

    /// True of what was done after it was due.
    package var isLate: Bool {
        if case .done(let day) = state { day > occurrence.due } else { false }
    }
}

extension [Occurrence] {
    /// How each stands on a day, of the occurrences of one deadline in ascending order.
    ///
    /// A completion belongs to the first occurrence that is due on or after the last day of its
    /// period, or without one, on or after its own day. What is done after `today` has not
    /// happened yet, and what was done before the first occurrence began is about none of them.
    package func standings(
        done completions: some Sequence<Completion>, on today: CalendarDate
    ) -> [OccurrenceStanding] {
        guard let start = first?.first, start <= today else {
            return map { OccurrenceStanding($0, .due) }
        }
        var doneOn: [Occurrence: CalendarDate] = [:]
        for completion in completions where (start...today).contains(completion.day) {
            let about = completion.period?.last ?? completion.day
            guard let occurrence = first(where: { $0.due >= about }) else { continue }
            doneOn[occurrence] = Swift.min(doneOn[occurrence] ?? completion.day, completion.day)
        }
        return map { occurrence in
            let open = occurrence.due < today ? OccurrenceState.missed : .due
            return OccurrenceStanding(occurrence, doneOn[occurrence].map { .done(on: $0) } ?? open)
        }
    }
}
