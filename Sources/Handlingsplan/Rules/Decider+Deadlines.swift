import Coordinates

// How the rules read what is said of time.

extension Decider {
    /// A deadline's words, read by what the ledger has settled. What cannot be read is kept.
    /// - Parameter number: the action that it is for; nil for what has no number of its own.
    mutating func deadline(
        _ text: String, of number: ActionNumber? = nil, in plan: DocumentStory? = nil
    ) throws(Rejection) -> Deadline {
        try check(text, .deadline)
        let rules = situation.settings.readingRules(at: moment)
        let reading = readDeadline(text, given: proposal.effective, by: rules)
        if reading == nil { warnings.append(.unreadDeadline(number, text: text)) }
        if let reading, let latest = reading.latest {
            if reading.assumptions.contains(.beforeStrictly) {
                warnings.append(.beforeReadStrictly(number, text: text, latest: latest))
            }
            if reading.assumptions.contains(.yearFromGiven) {
                warnings.append(.yearAssumed(number, text: text, latest: latest))
            }
            if let number, let plan, let end = plan.lastDay.value(at: moment), latest > end {
                warnings.append(
                    .deadlineAfterPlan(number, latest: latest, plan.slug, lastDay: end))
            }
        }
        return Deadline(text: text, reading: reading)
    }

    func checkBegun(_ period: Period) throws(Rejection) {
        if period.first > proposal.effective { throw .periodNotBegun(period) }
    }
}
