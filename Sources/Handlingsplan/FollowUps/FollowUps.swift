package import Coordinates

extension DocumentStory {
    /// How the follow-ups stand that the document's cycle asks for through a day, in ascending
    /// order; none where it has no cycle that a calendar knows.
    ///
    /// Each is due, done or missed on its own: a follow-up that was held is about the one that its
    /// period belongs to, whenever it was held. It counts where the cycle's committee held it, or
    /// one that either of them has become. A cycle that names one day asks for one follow-up. From
    /// the day on which the document is repealed, nothing more falls due.
    package func followUps(
        in register: CommitteeRegister, through end: CalendarDate
    ) -> [OccurrenceStanding] {
        let moment = register.moment
        guard standing(at: moment) != nil, let cycle = cycle.item(at: moment),
            let reading = cycle.value.deadline.reading
        else { return [] }
        let committee = register.holder(of: cycle.value.committee)
        let held = followUps.visible(at: moment)
            .filter { register.holder(of: $0.value.committee) == committee }
            .map { Completion(on: $0.stamp.effective, about: $0.value.period) }
        let end = min(end, lastDayInForce(known: moment.known))
        return reading.turns(from: cycle.stamp.effective, through: end)
            .standings(done: held, on: moment.effective)
    }

    /// The day before the repeal, also where that is yet to come.
    private func lastDayInForce(known: Position) -> CalendarDate {
        let repeal = standing.everKnown(at: known).first { $0.value != .adopted }
        return repeal?.stamp.effective.advanced(byDays: -1) ?? .endOfCalendar
    }
}

extension DeadlineReading {
    /// The occurrences, or the only one.
    fileprivate func turns(from start: CalendarDate, through end: CalendarDate) -> [Occurrence] {
        if recurrence != nil { return occurrences(from: start, through: end) }
        guard let latest, start <= latest, latest <= end else { return [] }
        return [Occurrence(first: start, due: latest)]
    }
}
