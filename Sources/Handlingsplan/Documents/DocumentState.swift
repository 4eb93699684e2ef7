package import Coordinates

/// What a steering document is at a moment, with all that belongs to it.
package struct DocumentState: Hashable, Sendable {
    package let number: DocumentNumber
    package let kind: DocumentKind
    package let slug: DocumentSlug
    package let title: String
    /// The policy that a plan carries out.
    package let policy: DocumentSlug?
    package let standing: DocumentStory.Standing
    /// The one that replaced it.
    package let successor: DocumentSlug?
    /// The day from which it has been in force or repealed.
    package let since: CalendarDate
    package let lastDay: CalendarDate?
    package let revisions: [Revision]
    package let areas: [Area]
    package let goals: [NumberedGoal]
    /// By latest day and then by number. A policy has those of the plans that carry it out, and
    /// those of others that are tied to its areas.
    package let actions: [ActionState]
    package let indicators: [IndicatorState]
    package let followUpBy: CommitteeCode?
    package let cycle: Deadline?
    /// How the follow-ups of the cycle stand, to the end of the moment's year.
    package let occurrences: [OccurrenceStanding]
    package let followUps: [HeldFollowUp]
    package let guidelines: [GuidelineState]
    package let partners: [Partner]
    package let annexes: [Annex]

    package struct Revision: Hashable, Sendable {
        package let day: CalendarDate
        package let summary: String
    }

    package struct Area: Hashable, Sendable {
        package let number: AreaNumber
        package let title: String
    }

    package struct NumberedGoal: Hashable, Sendable {
        package let number: GoalNumber
        package let goal: Goal
    }

    package struct HeldFollowUp: Hashable, Sendable {
        package let day: CalendarDate
        package let committee: CommitteeCode
        package let period: Period
        package let summary: String?
    }

    package struct GuidelineState: Hashable, Sendable {
        package let number: GuidelineNumber
        package let issued: CalendarDate
        package let issuer: CommitteeCode
        package let text: String
        package let period: Period?
        package let deadline: Deadline?
        package let addressees: [Addressee]
        package let answers: [Answer]
    }

    package struct Answer: Hashable, Sendable {
        package let day: CalendarDate
        package let committee: CommitteeCode
        package let text: String
    }

    package struct IndicatorState: Hashable, Sendable {
        package let number: IndicatorNumber
        package let indicator: Indicator
        /// The latest of each period, in the order of the periods.
        package let targets: [Target]
        /// The latest of each source for each period, in the order of the periods.
        package let observations: [Observation]
    }
}

extension LedgerReading {
    /// Nil at a moment when there is no such document.
    package func state(
        of story: DocumentStory, at moment: Moment
    ) throws(Failure) -> DocumentState? {
        guard story.adoption(known: moment.known) != nil,
            let standing = story.standing.item(at: moment),
            let title = story.title.value(at: moment)
        else { return nil }
        let register = CommitteeRegister(try committees(), at: moment)
        let documents = try documents()
        let slugs = documents.slugs
        func code(_ number: CommitteeNumber) -> CommitteeCode {
            register.code(of: register.holder(of: number))
        }
        var successor: DocumentSlug?
        if case .repealed(let number?) = standing.value { successor = slugs[number] }
        let scope = DocumentScope(story.number, documents, try areas())
        var actions: [ActionState] = []
        for number in try self.actions(everIn: scope) {
            guard let state = try action(number)?.state(in: register, slugs),
                scope.covers(state)
            else { continue }
            actions.append(state)
        }
        let cycle = story.cycle.value(at: moment)
        return DocumentState(
            number: story.number, kind: story.kind, slug: story.slug, title: title,
            policy: story.policy.flatMap { slugs[$0] }, standing: standing.value,
            successor: successor,
            since: standing.stamp.effective, lastDay: story.lastDay.value(at: moment),
            revisions: story.revisions.visible(at: moment).map {
                DocumentState.Revision(day: $0.stamp.effective, summary: $0.value)
            },
            areas: try areas().compactMap { area in
                guard area.document == story.number, let title = area.title.value(at: moment)
                else { return nil }
                return DocumentState.Area(number: area.number, title: title)
            },
            goals: try goals().compactMap { goal in
                guard let value = goal.goal.value(at: moment), value.document == story.number
                else { return nil }
                return DocumentState.NumberedGoal(number: goal.number, goal: value)
            },
            actions: actions.inOrder(of: \.dueOrder),
            indicators: try indicators().compactMap { $0.state(of: story.number, at: moment) },
            followUpBy: cycle.map { code($0.committee) }, cycle: cycle?.deadline,
            occurrences: story.followUps(in: register, through: moment.effective.endOfYear),
            followUps: story.followUps.visible(at: moment).map {
                DocumentState.HeldFollowUp(
                    day: $0.stamp.effective, committee: code($0.value.committee),
                    period: $0.value.period, summary: $0.value.summary)
            },
            guidelines: try guidelines().compactMap { $0.state(of: story.number, in: register) },
            partners: story.partners.partners(at: moment),
            annexes: story.annexes.visible(at: moment).map(\.value))
    }
}

extension GuidelineStory {
    fileprivate func state(
        of document: DocumentNumber, in register: CommitteeRegister
    ) -> DocumentState.GuidelineState? {
        let moment = register.moment
        guard let item = guideline.item(at: moment), item.value.document == document else {
            return nil
        }
        func code(_ number: CommitteeNumber) -> CommitteeCode {
            register.code(of: register.holder(of: number))
        }
        return DocumentState.GuidelineState(
            number: number, issued: item.stamp.effective, issuer: code(item.value.issuer),
            text: item.value.text, period: item.value.period, deadline: item.value.deadline,
            addressees: addressees(in: register),
            answers: answers.visible(at: moment).map {
                DocumentState.Answer(
                    day: $0.stamp.effective, committee: code($0.value.committee),
                    text: $0.value.text)
            })
    }
}

extension IndicatorStory {
    fileprivate func state(
        of document: DocumentNumber, at moment: Moment
    ) -> DocumentState.IndicatorState? {
        guard let indicator = indicator.value(at: moment), indicator.document == document else {
            return nil
        }
        return DocumentState.IndicatorState(
            number: number, indicator: indicator,
            targets: targets.latest(at: moment) { $0.period }
                .sorted { $0.period.isBefore($1.period) },
            observations: observations.latest(at: moment) { [$0.period.description, $0.source] }
                .sorted { $0.period.isBefore($1.period) })
    }
}

extension Timeline {
    /// Of the values that have the same key, the one in force, in the order in which they came.
    fileprivate func latest(at moment: Moment, by key: (Value) -> some Hashable) -> [Value] {
        var latest: [Value] = []
        for item in visible(at: moment) {
            latest.removeAll { key($0) == key(item.value) }
            latest.append(item.value)
        }
        return latest
    }
}

extension Period {
    fileprivate func isBefore(_ other: Period) -> Bool {
        (first, last, description) < (other.first, other.last, other.description)
    }
}
