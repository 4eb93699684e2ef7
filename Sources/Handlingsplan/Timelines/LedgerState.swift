package import Coordinates

/// A ledger folded in memory, with nothing but the stories' own fold: the whole of it, or what some
/// of its entries say.
package struct LedgerState: Sendable {
    package private(set) var size: TreeSize
    private var committeeStories: [CommitteeStory] = []
    private var documentStories: [DocumentStory] = []
    private var areaStories: [AreaStory] = []
    private var goalStories: [GoalStory] = []
    /// In the order of their numbers; with gaps where actions are missing.
    private var actionStories: [ActionStory] = []
    private var guidelineStories: [GuidelineStory] = []
    private var indicatorStories: [IndicatorStory] = []
    private var settingsStory = SettingsStory()
    private var keyRegister = KeyRegister()
    private var lists: [ActionList: Set<ActionNumber>] = [:]
    private var successions: [CommitteeNumber: Set<CommitteeNumber>] = [:]
    private var correctionsByEntry: [Position: EntryCorrections] = [:]
    private var story = LogStory()

    /// Whether entries may be missing that are about actions alone. Then only actions all of whose
    /// entries are there are to be asked about.
    private let lacksActions: Bool

    /// A ledger that has been founded, and in which nothing has been recorded.
    package init(lacksActions: Bool = false) {
        size = TreeSize(1)
        self.lacksActions = lacksActions
    }

    /// Takes the next act.
    /// - Precondition: its position follows the last one's; where actions are missing, some time.
    /// - Throws: `ImpossibleEvent`; the state is then not to be used any more.
    package mutating func evolve(_ recorded: RecordedAct) throws(ImpossibleEvent) {
        precondition(
            lacksActions ? recorded.position >= size.end : recorded.position == size.end,
            "acts are folded in order, without gaps")
        var counts = counts()
        try counts.admit(recorded)
        for (event, facts) in zip(recorded.act.events, recorded.facts) {
            for subject in facts.about {
                try evolve(subject, event, at: recorded.stamp)
            }
            if let fact = LogFact(event, of: recorded) { story.take(fact, at: recorded.position) }
            for listed in facts.lists { list(listed) }
        }
        for turned in recorded.turned {
            correctionsByEntry[turned.position, default: EntryCorrections()].turns
                .append(recorded.position)
            for subject in Set(turned.act.events.flatMap(\.facts.about)) {
                turn(subject, from: turned.position, at: recorded.position)
            }
        }
        size = recorded.position.treeSize
    }

    /// Takes the next entry, which is void.
    /// - Precondition: its position follows the last one's.
    package mutating func passOver(_ position: Position, _ reason: VoidReason) {
        precondition(position == size.end, "entries are taken in order, without gaps")
        story.take(.void(reason), at: position)
        size = position.treeSize
    }

    private mutating func list(_ listed: Listed) {
        switch listed {
        case .action(let number, let list): lists[list, default: []].insert(number)
        case .predecessor(let number, let successor):
            successions[successor, default: []].insert(number)
        // Found in the stories, which are all in memory.
        case .code: break
        }
    }

    private mutating func evolve(
        _ subject: Subject, _ event: Event, at stamp: Stamp
    ) throws(ImpossibleEvent) {
        switch subject {
        case .committee(let number): try Self.evolve(&committeeStories, number, event, stamp)
        case .document(let number): try Self.evolve(&documentStories, number, event, stamp)
        case .area(let number): try Self.evolve(&areaStories, number, event, stamp)
        case .goal(let number): try Self.evolve(&goalStories, number, event, stamp)
        case .action(let number): try evolve(number, event, stamp)
        case .guideline(let number): try Self.evolve(&guidelineStories, number, event, stamp)
        case .indicator(let number): try Self.evolve(&indicatorStories, number, event, stamp)
        case .entry(let target):
            correctionsByEntry[stamp.position, default: EntryCorrections()].targets.append(target)
        case .settings: try settingsStory.evolve(event, at: stamp)
        case .keys: try keyRegister.evolve(event, at: stamp)
        case .log: break
        }
    }

    /// Dense numbers: story `n` stands at index `n - 1`, and a new one takes the next.
    private static func evolve<Kind: Story>(
        _ stories: inout [Kind], _ number: some DenseNumber, _ event: Event, _ stamp: Stamp
    ) throws(ImpossibleEvent) {
        let index = Int(number.value) - 1
        if index == stories.endIndex {
            stories.append(try Kind(event, at: stamp))
        } else {
            try stories[index].evolve(event, at: stamp)
        }
    }

    /// What is said of an action whose decision is missing is passed over.
    private mutating func evolve(
        _ number: ActionNumber, _ event: Event, _ stamp: Stamp
    ) throws(ImpossibleEvent) {
        if case .actionDecided = event {
            actionStories.append(try ActionStory(event, at: stamp))
        } else if let index = index(of: number) {
            try actionStories[index].evolve(event, at: stamp)
        }
    }

    /// Where an action's story stands: `n` at index `n - 1`, or before that for those missing.
    private func index(of number: ActionNumber) -> Int? {
        var (low, high) = (0, min(Int(number.value), actionStories.count))
        if !lacksActions { low = max(0, high - 1) }
        while low < high {
            let middle = low + (high - low) / 2
            if actionStories[middle].number == number { return middle }
            if actionStories[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private mutating func turn(_ subject: Subject, from source: Position, at position: Position) {
        func turn(_ stories: inout [some Story], _ number: some DenseNumber) {
            stories[Int(number.value) - 1].turn(itemsFrom: source, at: position)
        }
        switch subject {
        case .committee(let number): turn(&committeeStories, number)
        case .document(let number): turn(&documentStories, number)
        case .area(let number): turn(&areaStories, number)
        case .goal(let number): turn(&goalStories, number)
        case .action(let number):
            if let index = index(of: number) {
                actionStories[index].turn(itemsFrom: source, at: position)
            }
        case .guideline(let number): turn(&guidelineStories, number)
        case .indicator(let number): turn(&indicatorStories, number)
        case .entry, .log: break
        case .settings: settingsStory.turn(itemsFrom: source, at: position)
        case .keys: keyRegister.turn(itemsFrom: source, at: position)
        }
    }
}

extension LedgerState: LedgerReading {
    package func committees() -> [CommitteeStory] { committeeStories }
    package func documents() -> [DocumentStory] { documentStories }
    package func areas() -> [AreaStory] { areaStories }
    package func goals() -> [GoalStory] { goalStories }
    package func guidelines() -> [GuidelineStory] { guidelineStories }
    package func indicators() -> [IndicatorStory] { indicatorStories }
    package func settings() -> SettingsStory { settingsStory }
    package func keys() -> KeyRegister { keyRegister }

    package func counts() -> LedgerCounts {
        LedgerCounts(
            committees: committeeStories.count, documents: documentStories.count,
            areas: areaStories.count, goals: goalStories.count,
            actions: actionStories.last.map { Int($0.number.value) } ?? 0,
            guidelines: guidelineStories.count, indicators: indicatorStories.count,
            lacksActions: lacksActions)
    }

    package func committee(_ number: CommitteeNumber) -> CommitteeStory? {
        Self.story(number, of: committeeStories)
    }

    package func document(_ number: DocumentNumber) -> DocumentStory? {
        Self.story(number, of: documentStories)
    }

    /// Dense numbers, as the fold keeps them.
    private static func story<Kind: Story>(_ number: some DenseNumber, of stories: [Kind]) -> Kind?
    {
        let index = Int(number.value) - 1
        return stories.indices.contains(index) ? stories[index] : nil
    }

    package func action(_ number: ActionNumber) -> ActionStory? {
        index(of: number).map { actionStories[$0] }
    }

    package func actions(everOn list: ActionList) -> [ActionNumber] {
        lists[list, default: []].sorted()
    }

    package func committees(everCalled code: CommitteeCode) -> [CommitteeNumber] {
        committeeStories.filter { $0.naming.items.contains { $0.value.code == code } }.map(\.number)
    }

    package func committees(everSucceededBy number: CommitteeNumber) -> [CommitteeNumber] {
        successions[number, default: []].sorted()
    }

    package func corrections(of entry: Position) -> EntryCorrections {
        correctionsByEntry[entry, default: EntryCorrections()]
    }

    package func logStory() -> LogStory { story }
}
