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
        let deadline = Deadline(
            text: text, reading: readDeadline(text, given: effective, by: rules))
        warnings += deadline.warnings(of: number, in: plan, at: moment)
        return deadline
    }

    func checkBegun(_ period: Period) throws(Rejection) {
        if period.first > effective { throw .periodNotBegun(period) }
    }
}
