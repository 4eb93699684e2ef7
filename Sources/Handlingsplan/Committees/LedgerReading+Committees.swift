import Coordinates

extension LedgerReading {
    /// A register for what is asked of some committees and some actions. Whoever answers for one of
    /// them, at whatever moment, is in it.
    func register(
        of numbers: Set<CommitteeNumber>, and actions: [ActionStory] = [], at moment: Moment
    ) throws(Failure) -> CommitteeRegister {
        if actions.contains(where: \.wasEverLaidOnAll) {
            return CommitteeRegister(try committees(), at: moment)
        }
        var stories: [CommitteeNumber: CommitteeStory] = [:]
        var pending = Array(actions.reduce(into: numbers) { $0.formUnion($1.committees) })
        while let number = pending.popLast() {
            guard stories[number] == nil, let story = try committee(number) else { continue }
            stories[number] = story
            pending += story.everSuccessors
            pending += try committees(everSucceededBy: number)
        }
        return CommitteeRegister(Array(stories.values), lacksCommittees: true, at: moment)
    }
}

extension ActionStory {
    fileprivate var wasEverLaidOnAll: Bool { responsible.items.contains { $0.value.isCollective } }

    /// The committees that anybody ever named in speaking of it.
    fileprivate var committees: Set<CommitteeNumber> {
        Set(responsible.items.flatMap { $0.value.committees })
            .union(responsible.items.compactMap(\.value.lead))
            .union(reports.items.map(\.value.committee))
            .union(forecasts.items.map(\.value.committee))
    }
}
