// Whether an act can be looked up where it was decided.

extension Act {
    /// What its reference leaves out. Reports and corrections need none.
    package var referenceWarnings: [Warning] {
        guard events.contains(where: \.isDecision) else { return [] }
        let isAdoption = events.contains(where: \.isAdoption)
        return decisionWarnings + (isAdoption && reference.dnr == nil ? [.missingDnr] : [])
    }

    private var decisionWarnings: [Warning] {
        guard let decision = reference.decision else { return [.missingDecision] }
        return decision.contains("§") || decision.numbersParagraph
            ? [] : [.missingParagraph(decision)]
    }
}

extension Event {
    /// True of what a body decides, in minutes with paragraphs.
    fileprivate var isDecision: Bool {
        switch self {
        case .committeeEstablished, .committeeRenamed, .committeeDissolved, .committeesMerged,
            .committeeSplit, .policyAdopted, .planAdopted, .documentRevised, .documentProlonged,
            .documentRepealed, .followUpHeld, .guidelineIssued, .actionDecided,
            .actionAmended(_, .document), .actionClosed,
            .actionWrittenOff, .actionSuperseded, .reportedBack, .decisionAnnulled:
            true
        default: false
        }
    }

    fileprivate var isAdoption: Bool {
        switch self {
        case .policyAdopted, .planAdopted: true
        default: false
        }
    }
}

extension String {
    /// "Kf 169/2017" numbers the decision in another way.
    fileprivate var numbersParagraph: Bool {
        split(whereSeparator: \.isWhitespace).contains { word in
            let parts = word.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count == 2
                && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
        }
    }
}
