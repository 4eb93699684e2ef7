package import Coordinates

/// What rules and queries ask of a folded ledger, wherever its stories are kept: in memory
/// (`LedgerState`) or in rows on disk.
package protocol LedgerReading {
    associatedtype Failure: Error

    /// How many entries have been folded in.
    var size: TreeSize { get }

    // Every one there ever was, in order of number.
    func committees() throws(Failure) -> [CommitteeStory]
    func documents() throws(Failure) -> [DocumentStory]
    func areas() throws(Failure) -> [AreaStory]
    func goals() throws(Failure) -> [GoalStory]
    func guidelines() throws(Failure) -> [GuidelineStory]
    func indicators() throws(Failure) -> [IndicatorStory]

    func settings() throws(Failure) -> SettingsStory
    func keys() throws(Failure) -> KeyRegister
    func counts() throws(Failure) -> LedgerCounts
    // One of them; nil for a number that has not been given yet.
    func committee(_ number: CommitteeNumber) throws(Failure) -> CommitteeStory?
    func document(_ number: DocumentNumber) throws(Failure) -> DocumentStory?
    func action(_ number: ActionNumber) throws(Failure) -> ActionStory?
    /// What of it was recorded by a position, if not more: all that a moment known then can show.
    /// Nil, too, where nothing was.
    func action(
        _ number: ActionNumber, recordedBy known: Position
    ) throws(Failure) -> ActionStory?

    /// The actions that were ever on a list, ascending. Whether they still are, only the story
    /// tells.
    func actions(everOn list: ActionList) throws(Failure) -> [ActionNumber]
    /// The committees that a committee was ever to succeed, without others between, ascending.
    /// Whether it does, only their stories tell.
    func committees(everSucceededBy number: CommitteeNumber) throws(Failure) -> [CommitteeNumber]
    /// The committees that were ever given a code, ascending. Whether one has it, only the story
    /// tells.
    func committees(everCalled code: CommitteeCode) throws(Failure) -> [CommitteeNumber]
    /// What corrections have to do with an entry; nothing, for most.
    func corrections(of entry: Position) throws(Failure) -> EntryCorrections
    /// What is known of the log itself.
    func logStory() throws(Failure) -> LogStory
}

extension LedgerReading {
    package func action(
        _ number: ActionNumber, recordedBy known: Position
    ) throws(Failure) -> ActionStory? {
        try action(number)
    }

    /// The entries that are void.
    package func voids() throws(Failure) -> VoidEntries { try logStory().voids }

    /// Every action there ever was, in order of number.
    package func actions() throws(Failure) -> [ActionStory] {
        var stories: [ActionStory] = []
        for index in 0..<(try counts().actions) {
            if let story = try action(ActionNumber(index + 1)) { stories.append(story) }
        }
        return stories
    }
}
