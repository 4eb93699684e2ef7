package import Coordinates

/// One goal of a steering document.
package struct GoalStory: Story, Hashable {
    package let number: GoalNumber
    package internal(set) var goal = Timeline<Goal>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .goalSet(let number, let goal) = event else { throw ImpossibleEvent(event) }
        self.number = number
        self.goal.record(goal, at: stamp)
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        throw ImpossibleEvent(event)
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        goal.turn(itemsFrom: source, at: position)
    }

    package var subject: Subject { .goal(number) }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        goal.items.allSatisfy { counts.has($0.value) }
    }
}
