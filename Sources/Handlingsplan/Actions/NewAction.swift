package struct NewAction: Hashable, Sendable {
    package let title: String
    package let responsible: Assignees
    package let deadline: String?
    package let localNumber: String?
    package let areas: [AreaNumber]
    package let goals: [GoalNumber]

    package init(
        title: String, responsible: Assignees, deadline: String?, localNumber: String? = nil,
        areas: [AreaNumber] = [], goals: [GoalNumber] = []
    ) {
        self.title = title
        self.responsible = responsible
        self.deadline = deadline
        self.localNumber = localNumber
        self.areas = areas
        self.goals = goals
    }
}

package struct Assignees: Hashable, Sendable {
    package enum Who: Hashable, Sendable {
        case committees([CommitteeCode])
        /// All committees, also those established later.
        case all
        /// All committees in force on the effective day, and none established later.
        case allNow
    }

    package let who: Who
    package let lead: CommitteeCode?

    package init(_ who: Who, lead: CommitteeCode? = nil) {
        self.who = who
        self.lead = lead
    }

    package static func committees(_ codes: [CommitteeCode]) -> Assignees {
        Assignees(.committees(codes))
    }

    package static let all = Assignees(.all)
}

/// One thing about an action that is to change.
package enum Change: Hashable, Sendable {
    case title(String)
    case localNumber(String)
    case plan(DocumentSlug)
    case areas([AreaNumber])
    case goals([GoalNumber])
    case comment(String)
}
