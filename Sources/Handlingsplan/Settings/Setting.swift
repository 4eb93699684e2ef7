/// What a ledger settles about its own calendar and its reading of words, from a day on.
package enum Setting: Hashable, Sendable {
    /// The IANA time zone in which dates are days.
    case timeZone(String)
    case cutOffs(CutOffs)
    case seasons(SeasonBoundaries)
    case before(ReadingRules.Before)
}

/// The days of each year up to which committees report (avstämningsdatum).
package struct CutOffs: Hashable, Sendable {
    /// `04-30`, ascending, each once, at least one.
    package let days: [Occasion]

    /// Nil where a text is not a single day, or there is none.
    package init?(_ texts: [String]) {
        let days = Set(texts).sorted().compactMap { text in
            text.utf8.count == 5 && !text.contains("/") ? Occasion(text) : nil
        }
        guard !days.isEmpty, days.count == Set(texts).count else { return nil }
        self.days = days
    }

    /// The ends of the tertials.
    package static let standard = CutOffs(["04-30", "08-31", "12-31"])!
}
