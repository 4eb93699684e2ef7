import Coordinates
import Handlingsplan

/// An act, for programs.
struct ActContent: Encodable {
    let effective: String
    let decision: String?
    let dnr: String?
    let note: String?
    let events: [EventContent]

    init(_ act: Act, code: (CommitteeNumber) -> String) {
        effective = act.effective.description
        decision = act.reference.decision
        dnr = act.reference.dnr
        note = act.reference.note
        events = act.events.map { EventContent($0, code: code) }
    }
}

/// An event, for programs: its kind, and those fields that the kind has.
struct EventContent: Encodable {
    let event: String
    var committee: String?
    var name: String?
    var successor: String?
    var plan: UInt32?
    var slug: String?
    var action: UInt32?
    var title: String?
    var reason: String?
    var responsible: [String]?
    var allCommittees: Bool?
    var due: DeadlineContent?
    var status: String?
    var corrects: UInt64?

    init(_ event: Event, code: (CommitteeNumber) -> String) {
        switch event {
        case .committeeEstablished(let number, let naming):
            self.event = "CommitteeEstablished"
            (committee, name) = (code(number), naming.name)
        case .committeeRenamed(let number, let naming):
            self.event = "CommitteeRenamed"
            (committee, name) = (code(number), naming.name)
        case .committeeDissolved(let number, let successor):
            self.event = "CommitteeDissolved"
            (committee, self.successor) = (code(number), successor.map(code))
        case .planAdopted(let number, let slug, let title):
            self.event = "PlanAdopted"
            (plan, self.slug, self.title) = (number.value, slug.description, title)
        case .actionDecided(let number, let plan, let title):
            self.event = "ActionDecided"
            (action, self.plan, self.title) = (number.value, plan.value, title)
        case .actionAmended(let number, let title):
            self.event = "ActionAmended"
            (action, self.title) = (number.value, title)
        case .actionClosed(let number):
            self.event = "ActionClosed"
            action = number.value
        case .actionReopened(let number, let reason):
            self.event = "ActionReopened"
            (action, self.reason) = (number.value, reason)
        case .responsibilityAssigned(let number, let responsible):
            self.event = "ResponsibilityAssigned"
            action = number.value
            set(responsible, code)
        case .responsibilityTransferred(let number, let from, let now):
            self.event = "ResponsibilityTransferred"
            (action, committee) = (number.value, code(from))
            set(now, code)
        case .deadlineSet(let number, let deadline):
            self.event = "DeadlineSet"
            (action, due) = (number.value, DeadlineContent(deadline))
        case .statusReported(let number, let committee, let status):
            self.event = "StatusReported"
            (action, self.committee, self.status) = (
                number.value, code(committee), status.rawValue
            )
        case .entryCorrected(let position, let reason):
            self.event = "EntryCorrected"
            (corrects, self.reason) = (position.index, reason)
        }
    }

    private mutating func set(_ responsible: Responsible, _ code: (CommitteeNumber) -> String) {
        switch responsible {
        case .committees(let numbers): self.responsible = numbers.map(code)
        case .all: allCommittees = true
        }
    }
}
