package import Coordinates

/// One indicator with its targets and observations.
package struct IndicatorStory: Story, Hashable {
    package let number: IndicatorNumber
    package internal(set) var indicator = Timeline<Indicator>()
    package internal(set) var targets = Timeline<Target>()
    package internal(set) var observations = Timeline<Observation>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .indicatorDefined(let number, let indicator) = event else {
            throw ImpossibleEvent(event)
        }
        self.number = number
        self.indicator.record(indicator, at: stamp)
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        switch event {
        case .targetSet(number, let target): targets.record(target, at: stamp)
        case .indicatorObserved(number, let observation):
            observations.record(observation, at: stamp)
        default: throw ImpossibleEvent(event)
        }
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        indicator.turn(itemsFrom: source, at: position)
        targets.turn(itemsFrom: source, at: position)
        observations.turn(itemsFrom: source, at: position)
    }

    package var subject: Subject { .indicator(number) }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        indicator.items.allSatisfy { counts.has($0.value) }
    }
}
