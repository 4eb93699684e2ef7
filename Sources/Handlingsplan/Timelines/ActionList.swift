/// What actions are listed by, so that the few that a question is about are found among many.
package enum ActionList: Hashable, Sendable {
    /// Laid on all committees.
    case allCommittees
    case committee(CommitteeNumber)
    case document(DocumentNumber)
}

extension Event {
    /// The action that this event puts on lists, and those lists.
    package var listing: (action: ActionNumber, lists: [ActionList])? {
        switch self {
        case .actionDecided(let number, let action):
            (number, [.document(action.document)])
        case .actionAmended(let number, .document(let document)):
            (number, [.document(document)])
        case .responsibilityAssigned(let number, let responsible),
            .responsibilityTransferred(let number, _, let responsible):
            switch responsible.who {
            case .committees(let committees): (number, committees.map(ActionList.committee))
            case .all, .allAsOf: (number, [.allCommittees])
            }
        default: nil
        }
    }
}
