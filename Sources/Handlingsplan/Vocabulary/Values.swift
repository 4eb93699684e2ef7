package import Coordinates

/// What a committee is called.
package struct Naming: Hashable, Sendable {
    package let code: CommitteeCode
    package let name: String

    package init(code: CommitteeCode, name: String) {
        self.code = code
        self.name = name
    }
}

/// How far a committee says that it has come with an action. Words, never colours: colours mean
/// different things in different municipalities. *Overdue* is computed and not among them.
package enum Status: String, Hashable, Sendable, CaseIterable {
    case notStarted = "not-started"
    case ongoing
    case delayed
    case paused
    case completed
}

/// Who answers for an action.
package enum Responsible: Hashable, Sendable {
    /// These committees, in ascending order; none means that nobody does.
    case committees([CommitteeNumber])
    /// Every committee in force on the day asked about (samtliga nämnder).
    case all

    /// The committees in ascending order, each once.
    package static func these(_ committees: some Sequence<CommitteeNumber>) -> Responsible {
        .committees(Set(committees).sorted())
    }
}

/// A deadline (tidsgräns): the words of the decision, always verbatim, and what they were read
/// to mean when they were recorded.
package struct Deadline: Hashable, Sendable {
    package let text: String
    /// Nil where the words could not be read. They are never guessed at.
    package let reading: DeadlineReading?

    package init(text: String, reading: DeadlineReading?) {
        self.text = text
        self.reading = reading
    }
}

/// The days that a deadline phrase spans, with the rule that read it.
package struct DeadlineReading: Hashable, Sendable {
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        case beforeMonth = "before-month"
        case byMonth = "by-month"
        case duringMonth = "during-month"
        case beforeDay = "before-day"
        case byDay = "by-day"
        case onDay = "on-day"
    }

    package let rule: Rule
    /// Nil where the phrase only says when at the latest.
    package let earliest: CalendarDate?
    package let latest: CalendarDate

    package init(rule: Rule, earliest: CalendarDate? = nil, latest: CalendarDate) {
        self.rule = rule
        self.earliest = earliest
        self.latest = latest
    }

    /// True where "innan" was read strictly: "innan januari" ends on 31 December, though it can
    /// also be meant as during January.
    package var readsBeforeStrictly: Bool { rule == .beforeMonth || rule == .beforeDay }
}
