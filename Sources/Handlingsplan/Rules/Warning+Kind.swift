extension Warning {
    /// A short word for programs, stable from version to version.
    package var kind: String {
        switch self {
        case .noResponsible: "no-responsible"
        case .severalWithoutLead: "several-without-lead"
        case .noDeadline: "no-deadline"
        case .unreadDeadline: "unread-deadline"
        case .beforeReadStrictly: "before-strictly"
        case .yearAssumed: "year-assumed"
        case .deadlineAfterPlan: "deadline-after-plan"
        case .unusualStep: "unusual-step"
        case .completedNotReportedBack: "completed-not-reported-back"
        case .reportedBackNotClosed: "reported-back-not-closed"
        case .staleStatus: "stale-status"
        case .statusWithoutResponsible: "status-without-responsible"
        case .actionsLeft: "actions-left"
        case .effectiveFarFromToday: "effective-far-from-today"
        case .missingDecision: "missing-decision"
        case .missingParagraph: "missing-paragraph"
        case .missingDnr: "missing-dnr"
        case .planPastValidity: "plan-past-validity"
        case .openInRepealed: "open-in-repealed"
        case .followUpMissed: "follow-up-missed"
        case .guidelineWithoutFollowUp: "guideline-without-follow-up"
        case .guidelineUnanswered: "guideline-unanswered"
        case .personalIdentityNumber: "personal-identity-number"
        case .emailAddress: "e-mail-address"
        case .cellEmptied: "cell-emptied"
        case .missingFromTable: "missing-from-table"
        case .kindSuggested: "kind-suggested"
        case .datedAhead: "dated-ahead"
        case .committeeCorrectedAway: "committee-corrected-away"
        case .documentCorrectedAway: "document-corrected-away"
        }
    }
}
