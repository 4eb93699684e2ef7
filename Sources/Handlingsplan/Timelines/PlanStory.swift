package import Coordinates

/// One action plan.
package struct PlanStory: Story, Hashable {
    package let number: PlanNumber
    package let slug: PlanSlug
    package internal(set) var title = Timeline<String>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .planAdopted(let number, let slug, let title) = event else {
            throw ImpossibleEvent(event)
        }
        self.number = number
        self.slug = slug
        self.title.record(title, at: stamp)
    }

    /// For a stored row: the timeline as it was.
    package init(number: PlanNumber, slug: PlanSlug, title: Timeline<String>) {
        self.number = number
        self.slug = slug
        self.title = title
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        throw ImpossibleEvent(event)
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        title.turn(itemsFrom: source, at: position)
    }
}
