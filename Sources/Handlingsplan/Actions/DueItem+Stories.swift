import Coordinates

// What each story has that falls due in some days.

extension ActionStory {
    func dueItems(
        in days: ClosedRange<CalendarDate>, _ register: CommitteeRegister
    ) -> [DueItem] {
        let moment = register.moment
        guard standing(at: moment) == .open, let title = title.value(at: moment),
            let deadline = deadline.value(at: moment), let reading = deadline.reading
        else { return [] }
        if reading.recurrence != nil {
            return turns(in: days, register).map { turn in
                DueItem(
                    day: turn.day, what: .action(number), title: title,
                    committees: turn.committees, outstanding: turn.outstanding, state: turn.state,
                    deadline: deadline.text)
            }
        }
        guard let latest = reading.latest, days.contains(latest) else { return [] }
        let shares = shares(in: register)
        let unfinished = shares.filter { $0.status != .completed }
        let completed = unfinished.isEmpty ? shares.compactMap(\.since).max() : nil
        return [
            DueItem(
                day: latest, what: .action(number), title: title, committees: shares.map(\.code),
                outstanding: unfinished.map(\.code),
                state: OccurrenceState(due: latest, done: completed, on: moment.effective),
                deadline: deadline.text)
        ]
    }

    private struct Turn {
        let day: CalendarDate
        let state: OccurrenceState
        let committees: [CommitteeCode]
        let outstanding: [CommitteeCode]
    }

    private func turns(
        in days: ClosedRange<CalendarDate>, _ register: CommitteeRegister
    ) -> [Turn] {
        let together = occurrences(of: nil, in: register, through: days.upperBound)
        guard together.contains(where: { days.contains($0.occurrence.due) }) else { return [] }
        let each = register.answering(responsible.value(at: register.moment)).map { committee in
            (
                register.code(of: committee),
                occurrences(of: committee, in: register, through: days.upperBound)
            )
        }
        return together.enumerated().compactMap { index, standing in
            guard days.contains(standing.occurrence.due) else { return nil }
            return Turn(
                day: standing.occurrence.due, state: standing.state, committees: each.map(\.0),
                outstanding: each.filter { !$0.1[index].state.isDone }.map(\.0))
        }
    }
}

extension GoalStory {
    func dueItem(
        in days: ClosedRange<CalendarDate>, _ documents: [DocumentStory], at moment: Moment
    ) -> DueItem? {
        guard let goal = goal.value(at: moment), let deadline = goal.deadline,
            let latest = deadline.reading?.latest, days.contains(latest),
            documents[Int(goal.document.value) - 1].standing(at: moment) == .adopted
        else { return nil }
        return DueItem(
            day: latest, what: .goal(number), title: goal.title, committees: [], outstanding: [],
            state: latest < moment.effective ? nil : .due, deadline: deadline.text)
    }
}

extension DocumentStory {
    /// Its follow-ups, while it is in force.
    func dueItems(
        in days: ClosedRange<CalendarDate>, _ register: CommitteeRegister
    ) -> [DueItem] {
        let moment = register.moment
        guard standing(at: moment) == .adopted, let title = title.value(at: moment),
            let cycle = cycle.value(at: moment)
        else { return [] }
        let committee = register.code(of: register.holder(of: cycle.committee))
        return followUps(in: register, through: days.upperBound)
            .filter { days.contains($0.occurrence.due) }
            .map { standing in
                DueItem(
                    day: standing.occurrence.due, what: .followUp(slug), title: title,
                    committees: [committee],
                    outstanding: standing.state.isDone ? [] : [committee], state: standing.state,
                    deadline: cycle.deadline.text)
            }
    }
}

extension GuidelineStory {
    func dueItem(
        in days: ClosedRange<CalendarDate>, _ register: CommitteeRegister
    ) -> DueItem? {
        let moment = register.moment
        guard let guideline = guideline.value(at: moment), let deadline = guideline.deadline,
            let latest = deadline.reading?.latest, days.contains(latest)
        else { return nil }
        let addressees = addressees(in: register)
        let outstanding = addressees.filter { $0.answered == nil }
        let done = outstanding.isEmpty ? addressees.compactMap(\.answered).max() : nil
        return DueItem(
            day: latest, what: .guideline(number), title: guideline.text,
            committees: addressees.map(\.code), outstanding: outstanding.map(\.code),
            state: OccurrenceState(due: latest, done: done, on: moment.effective),
            deadline: deadline.text)
    }
}

extension OccurrenceState {
    fileprivate init(due: CalendarDate, done: CalendarDate?, on today: CalendarDate) {
        self = done.map { .done(on: $0) } ?? (due < today ? .missed : .due)
    }

    fileprivate var isDone: Bool {
        if case .done = self { true } else { false }
    }
}
