package import Coordinates

/// What can happen in a ledger, in the past tense. The first part of the vocabulary.
package enum Event: Hashable, Sendable {
    /// A committee (nämnd) comes into being.
    case committeeEstablished(CommitteeNumber, Naming)
    case committeeRenamed(CommitteeNumber, Naming)
    /// A committee ends. With a successor, all that it answers for passes to that committee.
    case committeeDissolved(CommitteeNumber, successor: CommitteeNumber?)
    /// An action plan (handlingsplan) is adopted.
    case planAdopted(PlanNumber, PlanSlug, title: String)
    /// An action (åtgärd) is decided, as part of a plan.
    case actionDecided(ActionNumber, PlanNumber, title: String)
    case actionAmended(ActionNumber, title: String)
    case actionClosed(ActionNumber)
    case actionReopened(ActionNumber, reason: String)
    case responsibilityAssigned(ActionNumber, Responsible)
    /// One committee hands its responsibility over. `now` is everybody responsible afterwards,
    /// so that the event can be read without those before it.
    case responsibilityTransferred(ActionNumber, from: CommitteeNumber, now: Responsible)
    case deadlineSet(ActionNumber, Deadline)
    /// A responsible committee says how far it has come.
    case statusReported(ActionNumber, CommitteeNumber, Status)
    /// An earlier entry was wrong. What it said is no longer held true from here on; what was
    /// shown before stays what it was.
    case entryCorrected(Position, reason: String)
}

/// The one thing that an event is about; its story is the one that the event changes.
package enum Subject: Hashable, Sendable {
    case committee(CommitteeNumber)
    case plan(PlanNumber)
    case action(ActionNumber)
    case entry(Position)
}

extension Event {
    package var subject: Subject {
        switch self {
        case .committeeEstablished(let number, _), .committeeRenamed(let number, _),
            .committeeDissolved(let number, _):
            .committee(number)
        case .planAdopted(let number, _, _):
            .plan(number)
        case .actionDecided(let number, _, _), .actionAmended(let number, _),
            .actionClosed(let number), .actionReopened(let number, _),
            .responsibilityAssigned(let number, _),
            .responsibilityTransferred(let number, _, _), .deadlineSet(let number, _),
            .statusReported(let number, _, _):
            .action(number)
        case .entryCorrected(let position, _):
            .entry(position)
        }
    }
}
