package import Coordinates

// What recurs, and what is late.

extension ActionStory {
    /// Whether one committee's share is overdue.
    package func isOverdue(_ share: Share, in register: CommitteeRegister) -> Bool {
        standing(at: register.moment) == .open
            && isLate(
                share.status, occurrences(of: share.committee, in: register), at: register.moment)
    }

    /// Whether the last day is past with another status than completed; or, where the deadline
    /// recurs, whether an occurrence was missed since it has held.
    func isLate(
        _ status: Status, _ occurrences: [OccurrenceStanding], at moment: Moment
    ) -> Bool {
        guard let deadline = deadline.item(at: moment), let reading = deadline.value.reading else {
            return false
        }
        if reading.recurrence != nil {
            return occurrences.contains {
                $0.state == .missed && $0.occurrence.due >= deadline.stamp.effective
            }
        }
        return status != .completed && reading.latest.map { $0 < moment.effective } ?? false
    }

    /// The occurrences of a recurring deadline, and of those before it while they held, to a day,
    /// by default the end of the moment's year, for one committee or for all that answer: then
    /// each is done once all of them have done it.
    package func occurrences(
        of committee: CommitteeNumber?, in register: CommitteeRegister,
        through end: CalendarDate? = nil
    ) -> [OccurrenceStanding] {
        let moment = register.moment
        let calendar = calendar(at: moment, through: end ?? moment.effective.endOfYear)
        if calendar.isEmpty { return [] }
        let answering =
            committee.map { [$0] } ?? register.answering(responsible.value(at: moment))
        let each = answering.map { committee in
            calendar.standings(
                done: reports(of: committee, in: register)
                    .filter { $0.value.status == .completed }
                    .map { Completion(on: $0.stamp.effective, about: $0.value.report.period) },
                on: moment.effective)
        }
        guard let first = each.first else {
            return calendar.standings(done: [], on: moment.effective)
        }
        return each.dropFirst().reduce(first) { together, other in
            zip(together, other).map {
                OccurrenceStanding($0.occurrence, $0.state.joined($1.state))
            }
        }
    }

    /// Of each deadline what falls due while it holds.
    private func calendar(at moment: Moment, through end: CalendarDate) -> [Occurrence] {
        let deadlines = Array(deadline.visible(at: moment))
        return deadlines.indices.flatMap { index -> [Occurrence] in
            let item = deadlines[index]
            let next = deadlines.dropFirst(index + 1).first?.stamp.effective
            guard let reading = item.value.reading, reading.recurrence != nil,
                let last = next.map({ $0.advanced(byDays: -1) }) ?? end
            else { return [] }
            return reading.occurrences(from: item.stamp.effective, through: min(last, end))
        }
    }
}

extension OccurrenceState {
    /// How an occurrence stands for two committees together: done on the day of the later one.
    fileprivate func joined(_ other: OccurrenceState) -> OccurrenceState {
        switch (self, other) {
        case (.done(let mine), .done(let theirs)): .done(on: max(mine, theirs))
        case (.done, _): other
        default: self
        }
    }
}

extension CalendarDate {
    var endOfYear: CalendarDate {
        CalendarDate.last(ofMonth: 12, year: yearMonthDay.year) ?? self
    }
}
