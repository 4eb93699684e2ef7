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
        case .settingChanged: .settingChanged
        case .keyGranted: .keyGranted
        case .keyRevoked: .keyRevoked
        }
    }
}
