package import Coordinates

/// The whole ledger folded in memory, with nothing but the stories' own fold.
package struct LedgerState: Sendable {
    package private(set) var size: TreeSize
    private var committeeStories: [CommitteeStory] = []
    private var planStories: [PlanStory] = []
    private var actionStories: [ActionStory] = []
    private var responsibilities: [Holder: Set<ActionNumber>] = [:]
    private var correctionsByEntry: [Position: EntryCorrections] = [:]

    /// A ledger that has been founded, and in which nothing has been recorded.
    package init() { size = TreeSize(1) }

    /// Takes the next act.
    /// - Precondition: its position follows the last one's.
    /// - Throws: `ImpossibleEvent`; the state is then not to be used any more.
    package mutating func evolve(_ recorded: RecordedAct) throws(ImpossibleEvent) {
        precondition(recorded.position == size.end, "acts are folded in order, without gaps")
        var counts = counts()
        for event in recorded.act.events {
            try counts.admit(event)
            try evolve(event, at: recorded.stamp)
        }
        for turned in recorded.turned {
            correctionsByEntry[turned.position, default: EntryCorrections()].turns
                .append(recorded.position)
            for subject in Set(turned.act.events.map(\.subject)) {
                turn(subject, from: turned.position, at: recorded.position)
            }
        }
        size = recorded.position.treeSize
    }

    private mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        switch event.subject {
        case .committee(let number):
            try evolve(&committeeStories, number.value, event, stamp)
        case .plan(let number):
            try evolve(&planStories, number.value, event, stamp)
        case .action(let number):
            try evolve(&actionStories, number.value, event, stamp)
            for holder in event.holders {
                responsibilities[holder, default: []].insert(number)
            }
        case .entry(let target):
            correctionsByEntry[stamp.position, default: EntryCorrections()].targets.append(target)
        }
    }

    /// Dense numbers: story `n` stands at index `n - 1`, and a new one takes the next.
    private func evolve<Kind: Story>(
        _ stories: inout [Kind], _ number: UInt32, _ event: Event, _ stamp: Stamp
    ) throws(ImpossibleEvent) {
        let index = Int(number) - 1
        if index == stories.endIndex {
            stories.append(try Kind(event, at: stamp))
        } else {
            try stories[index].evolve(event, at: stamp)
        }
    }

    private mutating func turn(_ subject: Subject, from source: Position, at position: Position) {
        switch subject {
        case .committee(let number):
            committeeStories[Int(number.value) - 1].turn(itemsFrom: source, at: position)
        case .plan(let number):
            planStories[Int(number.value) - 1].turn(itemsFrom: source, at: position)
        case .action(let number):
            actionStories[Int(number.value) - 1].turn(itemsFrom: source, at: position)
        case .entry:
            break
        }
    }
}

extension LedgerState: LedgerReading {
    package func committees() -> [CommitteeStory] { committeeStories }

    package func plans() -> [PlanStory] { planStories }

    package func counts() -> LedgerCounts {
        LedgerCounts(
            committees: UInt32(committeeStories.count), plans: UInt32(planStories.count),
            actions: UInt32(actionStories.count))
    }

    package func action(_ number: ActionNumber) -> ActionStory? {
        let index = Int(number.value) - 1
        return actionStories.indices.contains(index) ? actionStories[index] : nil
    }

    package func actions(everOf holder: Holder) -> [ActionNumber] {
        responsibilities[holder, default: []].sorted()
    }

    package func corrections(of entry: Position) -> EntryCorrections {
        correctionsByEntry[entry, default: EntryCorrections()]
    }
}
