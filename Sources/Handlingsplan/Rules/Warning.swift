package import Coordinates

/// What is recorded all the same, but should be looked at.
package enum Warning: Hashable, Sendable {
    case noResponsible(ActionNumber)
    case noDeadline(ActionNumber)
    case unreadDeadline(ActionNumber, text: String)
    case beforeReadStrictly(ActionNumber, text: String, latest: CalendarDate)
    case yearAssumed(ActionNumber, text: String, latest: CalendarDate)
    case unusualStep(ActionNumber, from: Status, to: Status)
    case actionsLeft(CommitteeCode, [ActionNumber])
    case effectiveFarFromToday(CalendarDate)
    case missingDecision
    /// The correction takes away a committee, and so a board on which actions were seen.
    case committeeCorrectedAway(CommitteeCode)
    /// The correction takes away a plan, but not the actions that were decided in it later.
    case planCorrectedAway(PlanSlug)
}
