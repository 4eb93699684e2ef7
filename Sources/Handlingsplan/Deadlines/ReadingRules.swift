/// What a ledger has settled about words that people mean differently.
///
/// A reading is stored beside the words, with what was assumed, so rules that change later change
/// no reading that was recorded before.
package struct ReadingRules: Hashable, Sendable {
    /// Whether "innan" and "före" leave out the time that is named after them. "Inför" always
    /// does, and what is tied to an event stays a relation.
    package enum Before: String, Hashable, Sendable, CaseIterable {
        /// "Innan januari" is by 31 December.
        case strict
        /// "Innan januari" is by 31 January, as "senast januari" is.
        case included
    }

    package let before: Before
    package let seasons: SeasonBoundaries

    package init(before: Before = .strict, seasons: SeasonBoundaries = .standard) {
        self.before = before
        self.seasons = seasons
    }

    /// "Innan" is strict, and spring begins in March.
    package static let standard = ReadingRules()
}
