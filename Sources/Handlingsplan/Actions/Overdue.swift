package import Coordinates

/// An open action that is late at a moment.
package struct Overdue: Hashable, Sendable {
    package let action: ActionState
    /// The latest day; where the deadline recurs, the due day of the latest missed occurrence.
    package let missed: CalendarDate
    /// How many days have passed since then, at least one.
    package let daysLate: Int
    /// The committees whose own share is late, in the order of their numbers; none where nobody
    /// answers for the action.
    package let committees: [CommitteeCode]
}

extension LedgerReading {
    /// What is late, by the missed day and then by number. Nobody reports this: it follows from
    /// the deadlines that have days and from what has been completed.
    ///
    /// - Parameter document: the actions that it has at the moment, as in a summary; nil for all.
    package func overdue(
        of document: DocumentNumber? = nil, at moment: Moment
    ) throws(Failure) -> [Overdue] {
        let register = CommitteeRegister(try committees(), at: moment)
        let documents = try documents()
        let slugs = documents.slugs
        let scope = DocumentScope(document, documents, try areas())
        var overdue: [Overdue] = []
        for number in try actions(everIn: scope) {
            guard let story = try action(number), story.mayBeLate(at: moment),
                let late = story.overdue(in: register, slugs), scope.covers(late.action)
            else { continue }
            overdue.append(late)
        }
        return overdue.sorted { ($0.missed, $0.action.number) < ($1.missed, $1.action.number) }
    }
}

extension ActionStory {
    /// Few actions have missed a day, and a whole state is dear.
    fileprivate func mayBeLate(at moment: Moment) -> Bool {
        guard standing(at: moment) == .open, let reading = deadline.value(at: moment)?.reading
        else { return false }
        return reading.recurrence != nil || reading.latest.map { $0 < moment.effective } ?? false
    }

    fileprivate func overdue(
        in register: CommitteeRegister, _ slugs: [DocumentNumber: DocumentSlug]
    ) -> Overdue? {
        guard let state = state(in: register, slugs), state.isOverdue,
            let missed = state.missedDay
        else { return nil }
        let today = register.moment.effective
        return Overdue(
            action: state, missed: missed,
            daysLate: Int(today.daysSinceEpoch) - Int(missed.daysSinceEpoch),
            committees: state.shares.filter { isOverdue($0, in: register) }.map(\.code))
    }
}

extension ActionState {
    /// Of an action that is overdue.
    fileprivate var missedDay: CalendarDate? {
        guard deadline?.reading?.recurrence != nil else { return deadline?.reading?.latest }
        return occurrences.last { $0.state == .missed }?.occurrence.due
    }
}
