import Coordinates
import Handlingsplan

/// One municipality of a generated ledger: who is in force there, and what is being done.
struct Municipality {
    /// Counted from 1; part of its committees' codes.
    let number: Int
    var committees: [CommitteeNumber] = []
    var plan: DocumentNumber?
    var actions: [RunningAction] = []
    /// Its last single entry about an action, for a correction to aim at.
    var latest: Position?
    var committeesNamed = 0
}

/// An action that has not been closed.
struct RunningAction {
    let number: ActionNumber
    var committee: CommitteeNumber
    /// The day from which its decision holds: nothing about it can hold from before.
    let decided: CalendarDate
}
