package import Coordinates

/// All that the rules need to know to judge one command: read beforehand, so that judging is
/// pure and total.
package struct Situation: Sendable {
    package let size: TreeSize
    /// The day on which the command is given.
    package let today: CalendarDate
    /// The last entry that was recorded by the end of the day that the command holds from.
    package let lastThen: Position
    package let settings: SettingsStory
    package let keys: KeyRegister
    package let log: LogStory
    package let founder: Writer
    package let committees: [CommitteeStory]
    package let documents: [DocumentStory]
    // All of a kind that the command looks one up in; else none.
    package let areas: [AreaStory]
    package let goals: [GoalStory]
    package let guidelines: [GuidelineStory]
    package let indicators: [IndicatorStory]
    package let counts: LedgerCounts
    /// The stories of the actions that the command is about, and of those that it may leave
    /// behind.
    package let actions: [ActionNumber: ActionStory]
    /// For a correction: the entry in question, and those that it corrects, and so on.
    package let corrections: [Position: EntryCorrections]

    /// - Parameter lastThen: nil where the command holds from today or later.
    package init<Ledger: LedgerReading>(
        for command: Command, in ledger: Ledger, founder: Writer, today: CalendarDate,
        lastThen: Position? = nil
    ) throws(Ledger.Failure) {
        size = ledger.size
        self.today = today
        self.lastThen = lastThen ?? ledger.size.last ?? Position(0)
        settings = try ledger.settings()
        keys = try ledger.keys()
        log = try ledger.logStory()
        self.founder = founder
        committees = try ledger.committees()
        documents = try ledger.documents()
        let facts = command.facts
        areas = facts.aims ? try ledger.areas() : []
        goals = facts.aims ? try ledger.goals() : []
        guidelines = facts.guidelines ? try ledger.guidelines() : []
        indicators = facts.indicators ? try ledger.indicators() : []
        counts = try ledger.counts()
        var actions: [ActionNumber: ActionStory] = [:]
        for number in facts.actions { actions[number] = try ledger.action(number) }
        if facts.lists == .all {
            for story in try ledger.actions() { actions[story.number] = story }
        }
        for list in facts.lists.lists(committees, documents) {
            for number in try ledger.actions(everOn: list) where actions[number] == nil {
                actions[number] = try ledger.action(number)
            }
        }
        self.actions = actions
        var corrections: [Position: EntryCorrections] = [:]
        var pending = facts.entry.map { [$0] } ?? []
        while let entry = pending.popLast() {
            let found = try ledger.corrections(of: entry)
            corrections[entry] = found
            pending += found.targets
        }
        self.corrections = corrections
    }

    /// The last entry: what the rules judge by is all that is known.
    var known: Position { size.last ?? Position(0) }
}

extension CommandFacts.Lists {
    fileprivate func lists(
        _ committees: [CommitteeStory], _ documents: [DocumentStory]
    ) -> [ActionList] {
        switch self {
        case .none, .all: return []
        case .ofCommittees:
            // What a committee inherited is listed under those before it.
            return [.allCommittees] + committees.map { .committee($0.number) }
        case .ofDocument(let slug):
            return documents.filter { $0.slug == slug }.map { .document($0.number) }
        case .ofPolicy(let slug):
            let named = documents.filter { $0.slug == slug }.map(\.number)
            return documents.filter { story in
                named.contains(story.number) || story.policy.map(named.contains) ?? false
            }.map { .document($0.number) }
        }
    }
}
