package import Coordinates

/// One prioritised area of a steering document.
package struct AreaStory: Story, Hashable {
    package let number: AreaNumber
    package let document: DocumentNumber
    package internal(set) var title = Timeline<String>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .areaDefined(let number, let document, let title) = event else {
            throw ImpossibleEvent(event)
        }
        self.number = number
        self.document = document
        self.title.record(title, at: stamp)
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        throw ImpossibleEvent(event)
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        title.turn(itemsFrom: source, at: position)
    }

    package var subject: Subject { .area(number) }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        counts.has(document)
    }
}
