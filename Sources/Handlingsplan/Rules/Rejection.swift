package import Coordinates

/// Why a command is refused. Nothing is appended.
package enum Rejection: Error, Hashable, Sendable {
    case unknownCommittee(CommitteeCode)
    case committeeNotYetEstablished(CommitteeCode, from: CalendarDate)
    /// The establishment was corrected: the committee is no longer held to exist.
    case committeeCorrectedAway(CommitteeCode)
    case committeeDissolved(CommitteeCode, successor: CommitteeCode?)
    case codeTaken(CommitteeCode, name: String)
    /// At once, or in the end, when the successor is itself dissolved.
    case successorIsItself(CommitteeCode)
    case unknownPlan(PlanSlug)
    case planNotYetAdopted(PlanSlug, from: CalendarDate)
    case slugTaken(PlanSlug)
    case unknownAction(ActionNumber, count: UInt32)
    case actionNotYetDecided(ActionNumber, from: CalendarDate)
    /// The decision was corrected: the action is no longer held to exist.
    case actionCorrectedAway(ActionNumber)
    case actionClosed(ActionNumber, since: CalendarDate)
    case actionNotClosed(ActionNumber)
    case nobodyResponsible(ActionNumber)
    case severalResponsible(ActionNumber, [CommitteeCode])
    case notResponsible(ActionNumber, CommitteeCode, responsible: [CommitteeCode])
    case laidOnAll(ActionNumber)
    case noReceivingCommittee(ActionNumber)
    case unknownEntry(Position, size: TreeSize)
    case foundingEntry
    case alreadyCorrected(Position, at: Position)
    case emptyText(TextField)
    case textTooLong(TextField, byteCount: Int, limit: Int)
    case unprintableText(TextField)
}

/// The texts that a command can carry.
package enum TextField: String, Hashable, Sendable {
    case name, title, deadline, reason, decision, dnr, note
}
