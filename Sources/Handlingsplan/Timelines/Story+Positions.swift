package import Coordinates

// Which entries a story comes from: for showing who recorded what, and when.

extension Timeline {
    /// Of its items, and of the corrections that turned them.
    var positions: Set<Position> {
        Set(items.flatMap { [$0.stamp.position] + $0.turns })
    }
}

// All of these are ascending, and say which entries say something of a thing or correct that.

extension ActionStory {
    package var positions: [Position] {
        ascending(
            standing.positions, document.positions, title.positions, localNumber.positions,
            areas.positions, goals.positions, comment.positions, deadline.positions,
            responsible.positions, reports.positions, forecasts.positions, partners.positions,
            annexes.positions)
    }
}

extension CommitteeStory {
    package var positions: [Position] {
        ascending(
            naming.positions, standing.positions, reportsBack.positions, annexes.positions)
    }
}

extension DocumentStory {
    /// Of the document itself; what belongs to it has its own.
    package var positions: [Position] {
        ascending(
            standing.positions, title.positions, lastDay.positions, revisions.positions,
            cycle.positions, followUps.positions, partners.positions, annexes.positions)
    }
}

extension AreaStory {
    package var positions: [Position] { ascending(title.positions) }
}

extension GoalStory {
    package var positions: [Position] { ascending(goal.positions) }
}

extension GuidelineStory {
    package var positions: [Position] { ascending(guideline.positions, answers.positions) }
}

extension IndicatorStory {
    package var positions: [Position] {
        ascending(indicator.positions, targets.positions, observations.positions)
    }
}

extension SettingsStory {
    package var positions: [Position] {
        ascending(timeZone.positions, cutOffs.positions, seasons.positions, before.positions)
    }
}

extension KeyRegister {
    package var positions: [Position] { changes.map(\.position) }
}

private func ascending(_ positions: Set<Position>...) -> [Position] {
    positions.reduce(Set()) { $0.union($1) }.sorted()
}
