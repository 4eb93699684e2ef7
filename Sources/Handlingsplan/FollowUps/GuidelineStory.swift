package import Coordinates

/// One guideline, and what the committees that it went to answered.
package struct GuidelineStory: Story, Hashable {
    package let number: GuidelineNumber
    package internal(set) var guideline = Timeline<Guideline>()
    package internal(set) var answers = Timeline<GuidelineAnswer>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .guidelineIssued(let number, let guideline) = event else {
            throw ImpossibleEvent(event)
        }
        self.number = number
        self.guideline.record(guideline, at: stamp)
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .guidelineAnswered(number, let answer) = event else {
            throw ImpossibleEvent(event)
        }
        answers.record(answer, at: stamp)
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        guideline.turn(itemsFrom: source, at: position)
        answers.turn(itemsFrom: source, at: position)
    }

    package var subject: Subject { .guideline(number) }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        guideline.items.allSatisfy { counts.has($0.value) }
            && answers.items.allSatisfy { counts.has($0.value.committee) }
    }
}
