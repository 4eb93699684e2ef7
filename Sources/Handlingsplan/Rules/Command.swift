package import Coordinates

/// What an administrator asks for. Things are named as people name them: committees by code,
/// plans by slug, actions by number.
package enum Command: Hashable, Sendable {
    case establishCommittee(Naming)
    case renameCommittee(CommitteeCode, to: Naming)
    case dissolveCommittee(CommitteeCode, successor: CommitteeCode?)
    case adoptPlan(PlanSlug, title: String, actions: [NewAction])
    case decideAction(PlanSlug, NewAction)
    case amendAction(ActionNumber, title: String)
    case closeAction(ActionNumber)
    case reopenAction(ActionNumber, reason: String)
    case assign(ActionNumber, Assignees)
    /// Without `from`, the only responsible committee is meant.
    case transfer(ActionNumber, from: CommitteeCode?, to: [CommitteeCode])
    case setDeadline(ActionNumber, text: String)
    /// Without `by`, the only responsible committee is meant.
    case reportStatus(ActionNumber, Status, by: CommitteeCode?)
    case correct(Position, reason: String)
}

package enum Assignees: Hashable, Sendable {
    case committees([CommitteeCode])
    case all
}

package struct NewAction: Hashable, Sendable {
    package let title: String
    package let responsible: Assignees
    package let deadline: String?

    package init(title: String, responsible: Assignees, deadline: String?) {
        self.title = title
        self.responsible = responsible
        self.deadline = deadline
    }
}

/// A command with the day it holds from and where it can be looked up.
package struct Proposal: Hashable, Sendable {
    package let command: Command
    package let effective: CalendarDate
    package let reference: Reference

    package init(_ command: Command, effective: CalendarDate, reference: Reference = Reference()) {
        self.command = command
        self.effective = effective
        self.reference = reference
    }
}
