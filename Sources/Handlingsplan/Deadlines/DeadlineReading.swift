package import Coordinates

/// What a deadline phrase says of when: days where they can be said, else a rhythm or a relation.
///
/// "Senast i maj 2012" has a latest day; "från 1 juli 2022" has an earliest one; "i maj 2012" has
/// both. Days that hang on a year that nobody wrote or gave are nil, and an assumption says so.
package struct DeadlineReading: Hashable, Sendable {
    package let mode: Mode
    /// How coarse the time that was named is; nil where none was.
    package let precision: Precision?
    package let earliest: CalendarDate?
    package let latest: CalendarDate?
    /// With a recurrence, the days are those of the whole row of occasions, not of the first one.
    package let recurrence: Recurrence?
    /// What the time is measured from or tied to, verbatim: "inom 4 månader", "efter valet".
    package let relation: String?
    /// Who is to have the result, verbatim: "kommunstyrelsen".
    package let receiver: String?
    /// What was taken for granted, each once, in the order of the cases.
    package let assumptions: [Assumption]

    package init(
        mode: Mode, precision: Precision? = nil, earliest: CalendarDate? = nil,
        latest: CalendarDate? = nil, recurrence: Recurrence? = nil, relation: String? = nil,
        receiver: String? = nil, assumptions: [Assumption] = []
    ) {
        self.mode = mode
        self.precision = precision
        self.earliest = earliest
        self.latest = latest
        self.recurrence = recurrence
        self.relation = relation
        self.receiver = receiver
        self.assumptions = Assumption.allCases.filter(assumptions.contains)
    }

    package enum Mode: String, Hashable, Sendable, CaseIterable {
        /// Done on the latest day at the latest.
        case by
        /// Done before what is named begins; the latest day is the one before it.
        case before
        /// At some time within what is named.
        case during
        /// Not before the earliest day.
        case from
        /// Within two ends that are both named.
        case between
        /// Never done with ("löpande", "tills vidare"): neither a last day nor a rhythm.
        case ongoing
    }

    package enum Precision: String, Hashable, Sendable, CaseIterable {
        case day, week, month, months, quarter, tertial
        case halfYear = "half-year"
        case season, year, period
        case mandatePeriod = "mandate-period"
    }
}
