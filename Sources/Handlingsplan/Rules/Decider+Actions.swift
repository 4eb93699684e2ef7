import Coordinates

// The rules on plans and actions.

extension Decider {
    mutating func adopt(
        _ slug: PlanSlug, _ title: String, _ actions: [NewAction]
    ) throws(Rejection) -> [Event] {
        try check(title, .title)
        let taken = situation.plans.contains {
            $0.slug == slug && $0.title.isKnown(at: moment.known)
        }
        if taken { throw .slugTaken(slug) }
        warnAboutMissingDecision()
        let plan = PlanNumber(situation.counts.plans + 1)
        var events: [Event] = [.planAdopted(plan, slug, title: title)]
        for (offset, action) in actions.enumerated() {
            events += try newAction(action, offset, in: plan)
        }
        return events
    }

    mutating func decide(
        _ action: NewAction, in slug: PlanSlug
    ) throws(Rejection) -> [Event] {
        // A corrected adoption leaves its slug to be used again: the latest plan is meant.
        guard
            let plan = situation.plans.last(where: {
                $0.slug == slug && $0.title.isKnown(at: moment.known)
            }),
            let first = plan.title.everKnown(at: moment.known).first
        else { throw .unknownPlan(slug) }
        guard plan.title.value(at: moment) != nil else {
            throw .planNotYetAdopted(slug, from: first.stamp.effective)
        }
        warnAboutMissingDecision()
        return try newAction(action, 0, in: plan.number)
    }

    private mutating func newAction(
        _ action: NewAction, _ offset: Int, in plan: PlanNumber
    ) throws(Rejection) -> [Event] {
        try check(action.title, .title)
        let number = ActionNumber(situation.counts.actions + UInt32(offset) + 1)
        var events: [Event] = [.actionDecided(number, plan, title: action.title)]
        let responsible = try responsible(action.responsible)
        if responsible == .committees([]) {
            warnings.append(.noResponsible(number))
        } else {
            events.append(.responsibilityAssigned(number, responsible))
        }
        if let text = action.deadline {
            events.append(.deadlineSet(number, try deadline(text, of: number)))
        } else {
            warnings.append(.noDeadline(number))
        }
        return events
    }

    func amend(_ number: ActionNumber, _ title: String) throws(Rejection) -> [Event] {
        try check(title, .title)
        _ = try openAction(number)
        return [.actionAmended(number, title: title)]
    }

    mutating func close(_ number: ActionNumber) throws(Rejection) -> [Event] {
        _ = try openAction(number)
        warnAboutMissingDecision()
        return [.actionClosed(number)]
    }

    func reopen(_ number: ActionNumber, _ reason: String) throws(Rejection) -> [Event] {
        try check(reason, .reason)
        let standing = try standing(of: number)
        guard standing.item.value == .closed else { throw .actionNotClosed(number) }
        return [.actionReopened(number, reason: reason)]
    }

    mutating func setDeadline(
        _ number: ActionNumber, _ text: String
    ) throws(Rejection) -> [Event] {
        _ = try openAction(number)
        return [.deadlineSet(number, try deadline(text, of: number))]
    }

    private mutating func deadline(
        _ text: String, of number: ActionNumber
    ) throws(Rejection) -> Deadline {
        try check(text, .deadline)
        let reading = readDeadline(text, given: proposal.effective)
        if reading == nil { warnings.append(.unreadDeadline(number, text: text)) }
        if let latest = reading?.latest {
            if reading?.assumptions.contains(.beforeStrictly) ?? false {
                warnings.append(.beforeReadStrictly(number, text: text, latest: latest))
            }
            if reading?.assumptions.contains(.yearFromGiven) ?? false {
                warnings.append(.yearAssumed(number, text: text, latest: latest))
            }
        }
        return Deadline(text: text, reading: reading)
    }

    func openAction(_ number: ActionNumber) throws(Rejection) -> ActionStory {
        let (story, item) = try standing(of: number)
        if item.value == .closed { throw .actionClosed(number, since: item.stamp.effective) }
        return story
    }

    private func standing(
        of number: ActionNumber
    ) throws(Rejection) -> (story: ActionStory, item: Timeline<ActionStory.Standing>.Item) {
        guard let story = situation.actions[number] else {
            throw .unknownAction(number, count: situation.counts.actions)
        }
        guard let decision = story.decision(known: moment.known) else {
            throw .actionCorrectedAway(number)
        }
        guard let item = story.standing.item(at: moment) else {
            throw .actionNotYetDecided(number, from: decision.stamp.effective)
        }
        return (story, item)
    }
}
