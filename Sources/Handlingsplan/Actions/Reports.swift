package import Coordinates

/// How far a committee says that it has come with an action. Words, never colours: colours mean
/// different things in different municipalities. *Overdue* is computed and not among them.
package enum Status: String, Hashable, Sendable, CaseIterable {
    case notStarted = "not-started"
    case ongoing
    case delayed
    case paused
    case completed
}

/// What a committee reports of an action as it is: an outcome, where it is for a period that is
/// over.
package struct StatusReport: Hashable, Sendable {
    package let status: Status
    package let period: Period?
    package let comment: String?

    package init(_ status: Status, period: Period? = nil, comment: String? = nil) {
        self.status = status
        self.period = period
        self.comment = comment
    }
}

/// What a committee expects of an action by the end of a period (prognos). Never mixed with what
/// then came of it.
package struct Forecast: Hashable, Sendable {
    package enum Expectation: String, Hashable, Sendable, CaseIterable {
        /// It is expected to be completed.
        case expected
        case uncertain
        case notExpected = "not-expected"
    }

    package let expectation: Expectation
    package let period: Period
    package let comment: String?

    package init(_ expectation: Expectation, period: Period, comment: String? = nil) {
        self.expectation = expectation
        self.period = period
        self.comment = comment
    }
}

/// A committee was told how things stood (återrapport), at a meeting on the act's effective day.
package struct ReportBack: Hashable, Sendable {
    package enum Scope: Hashable, Sendable {
        /// All actions of the ledger.
        case everything
        /// The actions of one plan.
        case document(DocumentNumber)
        /// These, in ascending order.
        case actions([ActionNumber])
    }

    /// The last entry that the report took into account.
    package let from: Position
    package let scope: Scope

    package init(from: Position, scope: Scope) {
        self.from = from
        self.scope = scope
    }
}
