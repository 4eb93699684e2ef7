package import Coordinates

/// What is recorded all the same, but should be looked at.
package enum Warning: Hashable, Sendable {
    case noResponsible(ActionNumber)
    case severalWithoutLead(ActionNumber)
    case noDeadline(ActionNumber)
    case unreadDeadline(ActionNumber?, text: String)
    case beforeReadStrictly(ActionNumber?, text: String, latest: CalendarDate)
    case yearAssumed(ActionNumber?, text: String, day: CalendarDate)
    case deadlineAfterPlan(ActionNumber, latest: CalendarDate, DocumentSlug, lastDay: CalendarDate)
    case unusualStep(ActionNumber, from: Status, to: Status)
    case completedNotReportedBack(ActionNumber)
    case reportedBackNotClosed(ActionNumber)
    /// A committee has not said since this day how far it has come.
    case staleStatus(ActionNumber, CommitteeCode, reported: CalendarDate?, since: CalendarDate)
    case statusWithoutResponsible(ActionNumber, text: String)
    case actionsLeft(CommitteeCode, [ActionNumber])
    case effectiveFarFromToday(CalendarDate)
    case missingDecision
    case missingParagraph(String)
    case missingDnr
    case planPastValidity(DocumentSlug, lastDay: CalendarDate)
    case openInRepealed(DocumentSlug, [ActionNumber])
    case followUpMissed(DocumentSlug, due: CalendarDate)
    case guidelineWithoutFollowUp(DocumentSlug, Period)
    case guidelineUnanswered(GuidelineNumber, CommitteeCode)
    /// A text has something in it that looks like a personal identity number.
    case personalIdentityNumber(TextField)
    case emailAddress(TextField)
    /// The table leaves empty what is recorded. The record stands.
    case cellEmptied(ActionNumber, ImportColumn)
    case missingFromTable(ActionNumber)
    /// A committee's name sounds like a body of another kind.
    case kindSuggested(CommitteeCode, CommitteeKind)
    /// An entry counts as recorded at a time that has not come yet.
    case datedAhead(Timestamp)
    /// The correction takes away a committee, and so a board on which actions were seen.
    case committeeCorrectedAway(CommitteeCode)
    /// The correction takes away a document, but not the actions that were decided in it later.
    case documentCorrectedAway(DocumentSlug)
}
