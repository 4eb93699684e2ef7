package import Coordinates

/// What can happen in a ledger, in the past tense.
package enum Event: Hashable, Sendable {
    // Committees (nämnder).
    case committeeEstablished(CommitteeNumber, Naming, CommitteeKind = .committee)
    case committeeRenamed(CommitteeNumber, Naming)
    /// A committee ends. With a successor, all that it answers for passes to that committee.
    case committeeDissolved(CommitteeNumber, successor: CommitteeNumber?)
    /// Committees, in ascending order, end and become part of another, which answers for all that
    /// they answered for.
    case committeesMerged([CommitteeNumber], into: CommitteeNumber)
    /// A committee ends and is followed by several. What it answered for stays with it until each
    /// action has been handed over.
    case committeeSplit(CommitteeNumber, into: [CommitteeNumber])

    // Steering documents (styrdokument): policies and plans (handlingsplaner).
    case policyAdopted(DocumentNumber, Adoption)
    case planAdopted(DocumentNumber, Adoption)
    /// What was changed, in words; perhaps the title.
    case documentRevised(DocumentNumber, summary: String, title: String?)
    case documentProlonged(DocumentNumber, lastDay: CalendarDate)
    case documentRepealed(DocumentNumber, successor: DocumentNumber?)
    case areaDefined(AreaNumber, DocumentNumber, title: String)
    case goalSet(GoalNumber, Goal)

    // Follow-ups.
    case followUpCycleSet(DocumentNumber, FollowUpCycle)
    case followUpHeld(DocumentNumber, FollowUp)
    case guidelineIssued(GuidelineNumber, Guideline)
    case guidelineAnswered(GuidelineNumber, GuidelineAnswer)

    // Figures.
    case indicatorDefined(IndicatorNumber, Indicator)
    case targetSet(IndicatorNumber, Target)
    case indicatorObserved(IndicatorNumber, Observation)

    // Actions (åtgärder).
    case actionDecided(ActionNumber, DecidedAction)
    case actionAmended(ActionNumber, Amendment)
    case actionClosed(ActionNumber)
    case actionWrittenOff(ActionNumber, reason: String)
    case actionSuperseded(ActionNumber, by: ActionNumber)
    case actionReopened(ActionNumber, reason: String)
    case responsibilityAssigned(ActionNumber, Responsible)
    /// One committee hands its responsibility over. `now` is everybody responsible afterwards,
    /// so that the event can be read without those before it.
    case responsibilityTransferred(ActionNumber, from: CommitteeNumber, now: Responsible)
    case deadlineSet(ActionNumber, Deadline)
    /// A responsible committee says how far it has come.
    case statusReported(ActionNumber, CommitteeNumber, StatusReport)
    /// A responsible committee says how far it expects to come.
    case forecastGiven(ActionNumber, CommitteeNumber, Forecast)

    /// A committee was told how things stood.
    case reportedBack(CommitteeNumber, ReportBack)

    case partnerLinked(Bearer, Partner)
    case partnerUnlinked(Bearer, name: String)
    case annexAttached(Bearer, Annex)

    /// An earlier entry was wrong. What it said is no longer held true from here on; what was
    /// shown before stays what it was.
    case entryCorrected(Position, reason: String)
    /// A decision that was rightly recorded has been annulled, by a court or by who made it. It is
    /// then held never to have been made; what was shown before stays what it was.
    case decisionAnnulled(Position, reason: String)

    // The log itself.
    /// Void entries have been seen, and dealt with: they are told of no more as if nobody had.
    case entriesDisregarded(VoidRun, reason: String)
    /// The clock was wrong from an entry on: that one and those after it, up to this, count as recorded
    /// when this was. Its own time may be before theirs.
    case clockDeclared(Position, reason: String)
    /// Another format is in force from the next entry on.
    case formatRaised(UInt64)
    /// Something that later programs show, and that has no effect.
    case remark(Remark)

    case settingChanged(Setting)

    // Who may record.
    case keyGranted(Writer, Right)
    case keyRevoked(Writer, reason: String?)
}

/// The kinds of events, by the names that they have in JSON.
package enum EventKind: String, Hashable, Sendable, CaseIterable {
    // Committees (nämnder).
    case committeeEstablished = "CommitteeEstablished"
    case committeeRenamed = "CommitteeRenamed"
    case committeeDissolved = "CommitteeDissolved"
    case committeesMerged = "CommitteesMerged"
    case committeeSplit = "CommitteeSplit"

    // Steering documents (styrdokument): policies and plans (handlingsplaner).
    case policyAdopted = "PolicyAdopted"
    case planAdopted = "PlanAdopted"
    case documentRevised = "DocumentRevised"
    case documentProlonged = "DocumentProlonged"
    case documentRepealed = "DocumentRepealed"
    case areaDefined = "AreaDefined"
    case goalSet = "GoalSet"

    // Follow-ups.
    case followUpCycleSet = "FollowUpCycleSet"
    case followUpHeld = "FollowUpHeld"
    case guidelineIssued = "GuidelineIssued"
    case guidelineAnswered = "GuidelineAnswered"

    // Figures.
    case indicatorDefined = "IndicatorDefined"
    case targetSet = "TargetSet"
    case indicatorObserved = "IndicatorObserved"

    // Actions (åtgärder).
    case actionDecided = "ActionDecided"
    case actionAmended = "ActionAmended"
    case actionClosed = "ActionClosed"
    case actionWrittenOff = "ActionWrittenOff"
    case actionSuperseded = "ActionSuperseded"
    case actionReopened = "ActionReopened"
    case responsibilityAssigned = "ResponsibilityAssigned"
    case responsibilityTransferred = "ResponsibilityTransferred"
    case deadlineSet = "DeadlineSet"
    case statusReported = "StatusReported"
    case forecastGiven = "ForecastGiven"
    case reportedBack = "ReportedBack"
    case partnerLinked = "PartnerLinked"
    case partnerUnlinked = "PartnerUnlinked"
    case annexAttached = "AnnexAttached"
    case entryCorrected = "EntryCorrected"
    case decisionAnnulled = "DecisionAnnulled"
    case entriesDisregarded = "EntriesDisregarded"
    case clockDeclared = "ClockDeclared"
    case formatRaised = "FormatRaised"
    case remark = "Remark"
    case settingChanged = "SettingChanged"

    // Who may record.
    case keyGranted = "KeyGranted"
    case keyRevoked = "KeyRevoked"
}

extension Event {
    package var kind: EventKind {
        switch self {
        case .committeeEstablished: .committeeEstablished
        case .committeeRenamed: .committeeRenamed
        case .committeeDissolved: .committeeDissolved
        case .committeesMerged: .committeesMerged
        case .committeeSplit: .committeeSplit
        case .policyAdopted: .policyAdopted
        case .planAdopted: .planAdopted
        case .documentRevised: .documentRevised
        case .documentProlonged: .documentProlonged
        case .documentRepealed: .documentRepealed
        case .areaDefined: .areaDefined
        case .goalSet: .goalSet
        case .followUpCycleSet: .followUpCycleSet
        case .followUpHeld: .followUpHeld
        case .guidelineIssued: .guidelineIssued
        case .guidelineAnswered: .guidelineAnswered
        case .indicatorDefined: .indicatorDefined
        case .targetSet: .targetSet
        case .indicatorObserved: .indicatorObserved
        case .actionDecided: .actionDecided
        case .actionAmended: .actionAmended
        case .actionClosed: .actionClosed
        case .actionWrittenOff: .actionWrittenOff
        case .actionSuperseded: .actionSuperseded
        case .actionReopened: .actionReopened
        case .responsibilityAssigned: .responsibilityAssigned
        case .responsibilityTransferred: .responsibilityTransferred
        case .deadlineSet: .deadlineSet
        case .statusReported: .statusReported
        case .forecastGiven: .forecastGiven
        case .reportedBack: .reportedBack
        case .partnerLinked: .partnerLinked
        case .partnerUnlinked: .partnerUnlinked
        case .annexAttached: .annexAttached
        case .entryCorrected: .entryCorrected
        case .decisionAnnulled: .decisionAnnulled
        case .entriesDisregarded: .entriesDisregarded
        case .clockDeclared: .clockDeclared
        case .formatRaised: .formatRaised
        case .remark: .remark
        case .settingChanged: .settingChanged
        case .keyGranted: .keyGranted
        case .keyRevoked: .keyRevoked
        }
    }
}
