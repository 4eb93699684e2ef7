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
