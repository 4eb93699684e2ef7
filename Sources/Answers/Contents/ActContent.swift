import Coordinates
import Handlingsplan

/// An act, for programs.
struct ActContent: Encodable {
    let effective: String
    let decision: String?
    let dnr: String?
    let note: String?
    let events: [EventContent]

    init(_ act: Act, _ names: Names) {
        effective = act.effective.description
        decision = act.reference.decision
        dnr = act.reference.dnr
        note = act.reference.note
        events = act.events.map { EventContent($0, names) }
    }
}
