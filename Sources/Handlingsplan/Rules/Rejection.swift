package import Coordinates

/// Why a command is refused. Nothing is appended.
package indirect enum Rejection: Error, Hashable, Sendable {
    case unknownCommittee(CommitteeCode)
    case committeeNotYetEstablished(CommitteeCode, from: CalendarDate)
    /// The establishment was corrected: the committee is no longer held to exist.
    case committeeCorrectedAway(CommitteeCode)
    case committeeDissolved(CommitteeCode, successor: CommitteeCode?)
    case committeeSplit(CommitteeCode, into: [CommitteeCode])
    /// Its end has been recorded already, from a later day.
    case committeeEndsLater(CommitteeCode, from: CalendarDate)
    case codeTaken(CommitteeCode, name: String)
    /// At once, or in the end, when the successor is itself dissolved.
    case successorIsItself(CommitteeCode)
    case splitIntoOne(CommitteeCode)
    case nothingToMerge

    case unknownDocument(DocumentSlug, DocumentKind?)
    case wrongKind(DocumentSlug, DocumentKind)
    case documentNotYetAdopted(DocumentSlug, from: CalendarDate)
    case documentRepealed(DocumentSlug, since: CalendarDate)
    case slugTaken(DocumentSlug)
    case replacedByItself(DocumentSlug)
    case notProlonged(DocumentSlug, lastDay: CalendarDate)
    case unknownArea(AreaNumber, count: UInt32)
    case unknownGoal(GoalNumber, count: UInt32)
    case noFollowUpCommittee(DocumentSlug)
    case periodNotBegun(Period)
    case unknownGuideline(GuidelineNumber, count: UInt32)
    case noAddressee
    case notAddressed(GuidelineNumber, CommitteeCode, addressees: [CommitteeCode])
    case severalAddressed(GuidelineNumber, [CommitteeCode])
    case unknownIndicator(IndicatorNumber, count: UInt32)

    case unknownAction(ActionNumber, count: UInt32)
    case actionNotYetDecided(ActionNumber, from: CalendarDate)
    /// The decision was corrected: the action is no longer held to exist.
    case actionCorrectedAway(ActionNumber)
    case actionEnded(ActionNumber, ActionStory.Standing, since: CalendarDate)
    case actionNotEnded(ActionNumber)
    case supersededByItself(ActionNumber)
    case nothingToAmend(ActionNumber)
    case nobodyResponsible(ActionNumber)
    case severalResponsible(ActionNumber, [CommitteeCode])
    case notResponsible(ActionNumber, CommitteeCode, responsible: [CommitteeCode])
    case leadNotResponsible(CommitteeCode)
    case laidOnAll(ActionNumber)
    case noReceivingCommittee(ActionNumber)
    /// A forecast for a period that is over: an outcome is meant.
    case forecastOfThePast(Period)
    /// A status for a period that is not over: a forecast is meant.
    case outcomeOfTheFuture(Period)
    case reportFromLater(Position, lastThen: Position)
    /// As far as the report takes entries in, there was no such action on the day of the meeting.
    case actionNotInReport(ActionNumber, from: Position)
    case noActionsToReport
    case notAPartner(String)
    case partnerOfCommittee(CommitteeCode)

    case unknownEntry(Position, size: TreeSize)
    case foundingEntry
    case alreadyCorrected(Position, at: Position)
    /// Corrections of corrections, and so on, beyond what anybody could follow.
    case correctedTooOften(Position)
    /// The entry granted or revoked a right: whether others were permitted is not to be changed.
    case rightsAreNotCorrected(Position)

    /// The entry says something about the log itself.
    case standsForGood(Position)
    case entryIsVoid(Position, VoidReason)

    case emptyRun(Position, Position)
    case entryStands(Position)
    case disregardedAlready(Position, at: Position)
    /// The entries of a run have another root.
    case otherRun(VoidRun)
    case formatNotAbove(UInt64, inForce: UInt64)
    case unknownFormat(UInt64)

    case zoneDatedBack(CalendarDate)
    case rightsHoldAtOnce
    /// No log can hold a moment so early or late.
    case rightEndsOutOfRange
    case registrarOfNothing
    case noRightToRevoke
    /// Nobody would be left who can grant rights for good.
    case lastSteward

    case noTitle(DocumentSlug)
    case noRows
    /// A cell that does not say what its column is for.
    case unreadCell(ImportColumn, text: String)
    /// Two rows have the same number and title.
    case sameActionTwice(firstLine: Int)
    /// What is wrong with one line of a file.
    case inLine(Int, Rejection)

    /// What is begun gets another number than was asked for.
    case otherNumber(UInt32, given: UInt32)
    /// Several commands are to be one entry, and one of them takes an entry of its own.
    case standsAlone
    /// Several commands are to be one entry, and none has room for them.
    case longerThanAnEntry

    case emptyText(TextField)
    case textTooLong(TextField, byteCount: Int, limit: Int)
    case unprintableText(TextField)
}
