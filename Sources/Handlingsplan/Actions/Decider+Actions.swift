import Coordinates

// The rules on actions.

extension Decider {
    mutating func decide(
        _ action: NewAction, in slug: DocumentSlug
    ) throws(Rejection) -> [Event] {
        let plan = try document(slug, .plan)
        warnAboutValidity(of: plan)
        return try begin(
            ActionNumber(situation.counts.actions + 1),
            DecidedAction(
                document: plan.number, title: action.title, localNumber: action.localNumber,
                areas: try areas(action.areas), goals: try goals(action.goals)),
            by: try responsible(action.responsible), deadline: action.deadline, in: plan)
    }

    /// An action's first events.
    mutating func begin(
        _ number: ActionNumber, _ action: DecidedAction, by responsible: Responsible,
        deadline text: String?, in plan: DocumentStory
    ) throws(Rejection) -> [Event] {
        try check(action.title, .title)
        if let local = action.localNumber { try check(local, .localNumber) }
        var events: [Event] = [.actionDecided(number, action)]
        warn(about: responsible, of: number)
        if responsible != .nobody { events.append(.responsibilityAssigned(number, responsible)) }
        if let text {
            events.append(.deadlineSet(number, try deadline(text, of: number, in: plan)))
        } else {
            warnings.append(.noDeadline(number))
        }
        return events
    }

    /// One event for each change; none for what is so already.
    mutating func amend(_ number: ActionNumber, _ changes: [Change]) throws(Rejection) -> [Event] {
        let story = try openAction(number)
        if changes.isEmpty { throw .nothingToAmend(number) }
        var events: [Event] = []
        for change in changes {
            let amendment = try amendment(change, of: story)
            if !story.has(amendment, at: moment) {
                events.append(.actionAmended(number, amendment))
            }
        }
        return events
    }

    private mutating func amendment(
        _ change: Change, of story: ActionStory
    ) throws(Rejection) -> Amendment {
        switch change {
        case .title(let text):
            try check(text, .title)
            return .title(text)
        case .localNumber(let text):
            try check(text, .localNumber)
            return .localNumber(text)
        case .plan(let slug):
            let plan = try document(slug, .plan)
            warnAboutValidity(of: plan)
            if let deadline = story.deadline.value(at: moment) {
                warnings += deadline.warnings(after: plan, of: story.number, at: moment)
            }
            return .document(plan.number)
        case .areas(let numbers): return .areas(try areas(numbers))
        case .goals(let numbers): return .goals(try goals(numbers))
        case .comment(let text):
            try check(text, .comment)
            return .comment(text)
        }
    }

    mutating func close(_ number: ActionNumber) throws(Rejection) -> [Event] {
        let story = try openAction(number)
        if story.isCompleted(in: register), !story.isReportedBack(in: register) {
            warnings.append(.completedNotReportedBack(number))
        }
        return [.actionClosed(number)]
    }

    mutating func writeOff(_ number: ActionNumber, _ reason: String) throws(Rejection) -> [Event] {
        try check(reason, .reason)
        _ = try openAction(number)
        return [.actionWrittenOff(number, reason: reason)]
    }

    mutating func supersede(
        _ number: ActionNumber, _ successor: ActionNumber
    ) throws(Rejection) -> [Event] {
        if number == successor { throw .supersededByItself(number) }
        _ = try openAction(number)
        _ = try openAction(successor)
        return [.actionSuperseded(number, by: successor)]
    }

    func reopen(_ number: ActionNumber, _ reason: String) throws(Rejection) -> [Event] {
        try check(reason, .reason)
        let standing = try standing(of: number)
        guard standing.item.value != .open else { throw .actionNotEnded(number) }
        return [.actionReopened(number, reason: reason)]
    }

    mutating func setDeadline(
        _ number: ActionNumber, _ text: String
    ) throws(Rejection) -> [Event] {
        let story = try openAction(number)
        let plan = story.document.value(at: moment).map { situation.documents[Int($0.value) - 1] }
        return [.deadlineSet(number, try deadline(text, of: number, in: plan))]
    }

    func openAction(_ number: ActionNumber) throws(Rejection) -> ActionStory {
        let (story, item) = try standing(of: number)
        guard item.value == .open else {
            throw .actionEnded(number, item.value, since: item.stamp.effective)
        }
        return story
    }

    func standing(
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

extension ActionStory {
    fileprivate func has(_ amendment: Amendment, at moment: Moment) -> Bool {
        switch amendment {
        case .title(let text): title.value(at: moment) == text
        case .localNumber(let text): localNumber.value(at: moment) == text
        case .document(let number): document.value(at: moment) == number
        case .areas(let numbers): areas.value(at: moment) ?? [] == numbers
        case .goals(let numbers): goals.value(at: moment) ?? [] == numbers
        case .comment(let text): comment.value(at: moment) == text
        }
    }
}
