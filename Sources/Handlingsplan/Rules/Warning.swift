package import Coordinates

/// What is recorded all the same, but should be looked at.
package enum Warning: Hashable, Sendable {
    case noResponsible(ActionNumber)
    case noDeadline(ActionNumber)
    case unreadDeadline(ActionNumber, text: String)
    case beforeReadStrictly(ActionNumber, text: String, latest: CalendarDate)
    case unusualStep(ActionNumber, from: Status, to: Status)
    case actionsLeft(CommitteeCode, [ActionNumber])
    case effectiveFarFromToday(CalendarDate)
    case missingDecision
}
