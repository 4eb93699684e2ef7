/// A free text that somebody wrote, and what it is.
package struct WrittenText: Hashable, Sendable {
    package let field: TextField
    package let text: String
}

extension Act {
    /// All free texts of the act, in the order in which they stand.
    package var texts: [WrittenText] {
        WrittenText.list(
            (.decision, reference.decision), (.dnr, reference.dnr), (.note, reference.note))
            + events.flatMap(\.texts)
    }
}

extension Event {
    fileprivate var texts: [WrittenText] {
        switch self {
        case .committeeEstablished(_, let naming), .committeeRenamed(_, let naming):
            WrittenText.list((.name, naming.name))
        case .policyAdopted(_, let adoption), .planAdopted(_, let adoption):
            WrittenText.list((.title, adoption.title))
        case .documentRevised(_, let summary, let title):
            WrittenText.list((.summary, summary), (.title, title))
        case .areaDefined(_, _, let title): WrittenText.list((.title, title))
        case .goalSet(_, let goal):
            WrittenText.list((.title, goal.title), (.deadline, goal.deadline?.text))
        case .followUpCycleSet(_, let cycle):
            WrittenText.list((.deadline, cycle.deadline.text))
        case .followUpHeld(_, let followUp): WrittenText.list((.summary, followUp.summary))
        case .guidelineIssued(_, let guideline):
            WrittenText.list((.text, guideline.text), (.deadline, guideline.deadline?.text))
        case .guidelineAnswered(_, let answer): WrittenText.list((.text, answer.text))
        case .indicatorDefined(_, let indicator):
            WrittenText.list((.name, indicator.name), (.unit, indicator.unit))
        case .indicatorObserved(_, let observation):
            WrittenText.list((.source, observation.source))
        case .actionDecided(_, let action):
            WrittenText.list((.title, action.title), (.localNumber, action.localNumber))
        case .actionAmended(_, .title(let text)): WrittenText.list((.title, text))
        case .actionAmended(_, .localNumber(let text)): WrittenText.list((.localNumber, text))
        case .actionAmended(_, .comment(let text)): WrittenText.list((.comment, text))
        case .actionWrittenOff(_, let reason), .actionReopened(_, let reason),
            .entryCorrected(_, let reason), .decisionAnnulled(_, let reason):
            WrittenText.list((.reason, reason))
        case .deadlineSet(_, let deadline): WrittenText.list((.deadline, deadline.text))
        case .statusReported(_, _, let report): WrittenText.list((.comment, report.comment))
        case .forecastGiven(_, _, let forecast): WrittenText.list((.comment, forecast.comment))
        case .partnerLinked(_, let partner):
            WrittenText.list((.name, partner.name), (.role, partner.role))
        case .partnerUnlinked(_, let name): WrittenText.list((.name, name))
        case .keyGranted(_, let right): WrittenText.list((.holder, right.holder))
        case .keyRevoked(_, let reason): WrittenText.list((.reason, reason))
        case .annexAttached(_, let annex): WrittenText.list((.name, annex.name))
        case .committeeDissolved, .committeesMerged, .committeeSplit, .documentProlonged,
            .documentRepealed, .targetSet, .actionAmended, .actionClosed, .actionSuperseded,
            .responsibilityAssigned, .responsibilityTransferred, .reportedBack, .settingChanged:
            []
        }
    }
}

extension WrittenText {
    fileprivate static func list(_ texts: (TextField, String?)...) -> [WrittenText] {
        texts.compactMap { field, text in text.map { WrittenText(field: field, text: $0) } }
    }
}
