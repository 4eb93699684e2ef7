/// What an action (åtgärd) is when it is decided.
package struct DecidedAction: Hashable, Sendable {
    package let document: DocumentNumber
    package let title: String
    /// The number that it has in the document itself, verbatim: "A21. 2.2. 10".
    package let localNumber: String?
    /// Ascending, each once.
    package let areas: [AreaNumber]
    /// Ascending, each once.
    package let goals: [GoalNumber]

    package init(
        document: DocumentNumber, title: String, localNumber: String? = nil,
        areas: [AreaNumber] = [], goals: [GoalNumber] = []
    ) {
        self.document = document
        self.title = title
        self.localNumber = localNumber
        self.areas = areas
        self.goals = goals
    }
}

/// One thing about an action that is changed.
package enum Amendment: Hashable, Sendable {
    case title(String)
    case localNumber(String)
    /// The action is carried over into another plan.
    case document(DocumentNumber)
    /// Ascending, each once.
    case areas([AreaNumber])
    /// Ascending, each once.
    case goals([GoalNumber])
    case comment(String)
}
