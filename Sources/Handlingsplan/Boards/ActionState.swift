package import Coordinates

/// What an action is at a moment, under the names of then.
package struct ActionState: Hashable, Sendable {
    package let number: ActionNumber
    package let localNumber: String?
    package let title: String
    package let document: DocumentNumber
    package let slug: DocumentSlug
    package let standing: ActionStory.Standing
    /// The day from which it has been open or ended.
    package let since: CalendarDate
    package let areas: [AreaNumber]
    package let goals: [GoalNumber]
    package let comment: String?
    package let deadline: Deadline?
    /// The day from which the deadline holds.
    package let deadlineSince: CalendarDate?
    package let responsible: Responsible?
    package let lead: CommitteeCode?
    /// One for each committee that answers for it.
    package let shares: [Share]
    package let consolidation: Consolidation
    package let partners: [Partner]
    /// Where the deadline recurs: its occurrences that fall due by the end of this year, and how
    /// each stands for all committees together.
    package let occurrences: [OccurrenceStanding]
    /// The last day is past, and the action neither ended nor completed.
    package let isOverdue: Bool

    package var isOpen: Bool { standing == .open }
}

extension ActionStory {
    /// Nil at a moment when there is no action.
    package func state(
        in register: CommitteeRegister, _ documents: [DocumentStory]
    ) -> ActionState? {
        let moment = register.moment
        guard decision(known: moment.known) != nil, let standing = standing.item(at: moment),
            let title = title.value(at: moment), let document = document.value(at: moment)
        else { return nil }
        let deadline = deadline.item(at: moment)
        let responsible = responsible.value(at: moment)
        let shares = shares(in: register)
        let consolidation = Consolidation(shares)
        let occurrences = occurrences(of: nil, in: register)
        return ActionState(
            number: number, localNumber: localNumber.value(at: moment), title: title,
            document: document, slug: documents[Int(document.value) - 1].slug,
            standing: standing.value, since: standing.stamp.effective,
            areas: areas.value(at: moment) ?? [], goals: goals.value(at: moment) ?? [],
            comment: comment.value(at: moment), deadline: deadline?.value,
            deadlineSince: deadline?.stamp.effective, responsible: responsible,
            lead: responsible?.lead.map { register.code(of: register.holder(of: $0)) },
            shares: shares, consolidation: consolidation,
            partners: partners.partners(at: moment), occurrences: occurrences,
            isOverdue: standing.value == .open
                && isLate(consolidation.status, occurrences, deadline?.value, moment.effective))
    }

    /// Whether one committee's share is overdue.
    package func isOverdue(_ share: Share, in register: CommitteeRegister) -> Bool {
        let moment = register.moment
        return standing(at: moment) == .open
            && isLate(
                share.status, occurrences(of: share.committee, in: register),
                deadline.value(at: moment), moment.effective)
    }

    private func isLate(
        _ status: Status, _ occurrences: [OccurrenceStanding], _ deadline: Deadline?,
        _ today: CalendarDate
    ) -> Bool {
        if deadline?.reading?.recurrence != nil {
            return occurrences.contains { $0.state == .missed }
        }
        return status != .completed && (deadline?.reading?.latest).map { $0 < today } ?? false
    }

    /// The occurrences of a recurring deadline from the day on which it began to hold to a day, by
    /// default the end of the moment's year, for one committee or for all that answer: then each
    /// is done once all of them have done it.
    package func occurrences(
        of committee: CommitteeNumber?, in register: CommitteeRegister,
        through end: CalendarDate? = nil
    ) -> [OccurrenceStanding] {
        let moment = register.moment
        guard let deadline = deadline.item(at: moment),
            let reading = deadline.value.reading, reading.recurrence != nil
        else { return [] }
        let calendar = reading.occurrences(
            from: deadline.stamp.effective, through: end ?? moment.effective.endOfYear)
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
