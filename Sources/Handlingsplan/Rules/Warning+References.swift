// Whether an act can be looked up where it was decided.

extension Act {
    /// What its reference leaves out. Reports and corrections need none.
    package var referenceWarnings: [Warning] {
        guard events.contains(where: \.facts.isDecision) else { return [] }
        let isAdoption = events.contains { [.policyAdopted, .planAdopted].contains($0.kind) }
        return decisionWarnings + (isAdoption && reference.dnr == nil ? [.missingDnr] : [])
    }

    private var decisionWarnings: [Warning] {
        guard let decision = reference.decision else { return [.missingDecision] }
        return decision.contains("§") || decision.numbersParagraph
            ? [] : [.missingParagraph(decision)]
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
