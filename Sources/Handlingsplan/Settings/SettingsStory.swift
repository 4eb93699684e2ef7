package import Coordinates

/// What the ledger has settled about itself. There is one of these.
package struct SettingsStory: Story, Hashable {
    package internal(set) var timeZone = Timeline<String>()
    package internal(set) var cutOffs = Timeline<CutOffs>()
    package internal(set) var seasons = Timeline<SeasonBoundaries>()
    package internal(set) var before = Timeline<ReadingRules.Before>()

    /// Nothing has been settled: the standards hold, and the founding entry's time zone.
    package init() {}

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        try evolve(event, at: stamp)
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .settingChanged(let setting) = event else { throw ImpossibleEvent(event) }
        switch setting {
        case .timeZone(let identifier): timeZone.record(identifier, at: stamp)
        case .cutOffs(let days): cutOffs.record(days, at: stamp)
        case .seasons(let boundaries): seasons.record(boundaries, at: stamp)
        case .before(let reading): before.record(reading, at: stamp)
        }
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        timeZone.turn(itemsFrom: source, at: position)
        cutOffs.turn(itemsFrom: source, at: position)
        seasons.turn(itemsFrom: source, at: position)
        before.turn(itemsFrom: source, at: position)
    }

    package func cutOffs(at moment: Moment) -> CutOffs {
        cutOffs.value(at: moment) ?? .standard
    }

    /// How deadlines are read.
    package func readingRules(at moment: Moment) -> ReadingRules {
        ReadingRules(
            before: before.value(at: moment) ?? ReadingRules.standard.before,
            seasons: seasons.value(at: moment) ?? ReadingRules.standard.seasons)
    }

    package var subject: Subject { .settings }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        true
    }
}
