package import Coordinates

// Which entries a story comes from: for showing who recorded what, and when.

extension Timeline {
    /// Of its items, and of the corrections that turned them.
    var positions: Set<Position> {
        Set(items.flatMap { [$0.stamp.position] + $0.turns })
    }
}

extension ActionStory {
    /// The entries that say something of the action or correct it, ascending.
    package var positions: [Position] {
        [
            standing.positions, document.positions, title.positions, localNumber.positions,
            areas.positions, goals.positions, comment.positions, deadline.positions,
            responsible.positions, reports.positions, forecasts.positions, partners.positions,
            annexes.positions,
        ].reduce(Set()) { $0.union($1) }.sorted()
    }
}

extension DocumentStory {
    /// The entries that say something of the document itself or correct it, ascending.
    package var positions: [Position] {
        [
            standing.positions, title.positions, lastDay.positions, revisions.positions,
            cycle.positions, followUps.positions, partners.positions, annexes.positions,
        ].reduce(Set()) { $0.union($1) }.sorted()
    }
}
