import Coordinates

/// What a command leads to.
package struct Decision: Hashable, Sendable {
    package let act: Act
    package let warnings: [Warning]
}

/// Judges a command: the act that is to be recorded, or the rule that forbids it.
///
/// Pure and total. The rules look at what is known by now to hold on the proposal's effective
/// day: a status from last spring is judged by who was responsible last spring.
package func decide(
    _ proposal: Proposal, in situation: Situation
) throws(Rejection) -> Decision {
    var decider = Decider(proposal, situation)
    try decider.checkReference(proposal.reference)
    let events = try decider.events(for: proposal.command)
    decider.warnAboutDates()
    return Decision(
        act: Act(effective: proposal.effective, reference: proposal.reference, events: events),
        warnings: decider.warnings)
}

/// One judgement under way: the moment judged at, and the warnings gathered so far.
private struct Decider {
    let proposal: Proposal
    let situation: Situation
    let moment: Moment
    let register: CommitteeRegister
    var warnings: [Warning] = []

    init(_ proposal: Proposal, _ situation: Situation) {
        self.proposal = proposal
        self.situation = situation
        moment = Moment(effective: proposal.effective, known: situation.known)
        register = CommitteeRegister(situation.committees, at: moment)
    }

    mutating func events(for command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .establishCommittee(let naming): try establish(naming)
        case .renameCommittee(let code, let naming): try rename(code, to: naming)
        case .dissolveCommittee(let code, let successor): try dissolve(code, successor)
        case .adoptPlan(let slug, let title, let actions): try adopt(slug, title, actions)
        case .decideAction(let slug, let action): try decide(action, in: slug)
        case .amendAction(let number, let title): try amend(number, title)
        case .closeAction(let number): try close(number)
        case .reopenAction(let number, let reason): try reopen(number, reason)
        case .assign(let number, let assignees): try assign(number, assignees)
        case .transfer(let number, let from, let to): try transfer(number, from, to)
        case .setDeadline(let number, let text): try setDeadline(number, text)
        case .reportStatus(let number, let status, let code): try report(number, status, code)
        case .correct(let position, let reason): try correct(position, reason)
        }
    }
}

// MARK: Committees

extension Decider {
    private mutating func establish(_ naming: Naming) throws(Rejection) -> [Event] {
        try check(naming.name, .name)
        try checkFree(naming.code, for: nil)
        warnAboutMissingDecision()
        let number = CommitteeNumber(situation.counts.committees + 1)
        return [.committeeEstablished(number, naming)]
    }

    private mutating func rename(
        _ code: CommitteeCode, to naming: Naming
    ) throws(Rejection) -> [Event] {
        try check(naming.name, .name)
        let committee = try committeeInForce(code)
        try checkFree(naming.code, for: committee)
        warnAboutMissingDecision()
        return [.committeeRenamed(committee, naming)]
    }

    private mutating func dissolve(
        _ code: CommitteeCode, _ successorCode: CommitteeCode?
    ) throws(Rejection) -> [Event] {
        let committee = try committeeInForce(code)
        var successor: CommitteeNumber?
        if let successorCode {
            let next = try committeeInForce(successorCode)
            let end = Moment(effective: .endOfCalendar, known: moment.known)
            let last = CommitteeRegister(situation.committees, at: end).holder(of: next)
            if next == committee || last == committee { throw .successorIsItself(code) }
            successor = next
        } else {
            warnAboutActionsLeft(by: committee, code)
        }
        warnAboutMissingDecision()
        return [.committeeDissolved(committee, successor: successor)]
    }

    private func committeeInForce(_ code: CommitteeCode) throws(Rejection) -> CommitteeNumber {
        guard let story = register.committee(code) else { throw .unknownCommittee(code) }
        try checkInForce(story, code)
        return story.number
    }

    private func checkInForce(
        _ story: CommitteeStory, _ code: CommitteeCode
    ) throws(Rejection) {
        switch story.standing.value(at: moment) {
        case .established:
            return
        case .dissolved(let successor):
            throw .committeeDissolved(code, successor: successor.map(register.code(of:)))
        case nil:
            guard let first = story.standing.everKnown(at: moment.known).first else {
                throw .unknownCommittee(code)
            }
            throw .committeeNotYetEstablished(code, from: first.stamp.effective)
        }
    }

    /// A code is free when no other committee that is not dissolved has it on the effective day
    /// or is to have it later.
    private func checkFree(
        _ code: CommitteeCode, for own: CommitteeNumber?
    ) throws(Rejection) {
        for story in situation.committees where story.number != own {
            if case .dissolved = story.standing.value(at: moment) { continue }
            let inForce = story.naming.value(at: moment).map { [$0] } ?? []
            let later = story.naming.everKnown(at: moment.known)
                .filter { $0.stamp.effective > moment.effective }.map(\.value)
            if let holder = (inForce + later).first(where: { $0.code == code }) {
                throw .codeTaken(code, name: holder.name)
            }
        }
    }
}

// MARK: Plans and actions

extension Decider {
    private mutating func adopt(
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

    private mutating func decide(
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

    private func amend(_ number: ActionNumber, _ title: String) throws(Rejection) -> [Event] {
        try check(title, .title)
        _ = try openAction(number)
        return [.actionAmended(number, title: title)]
    }

    private mutating func close(_ number: ActionNumber) throws(Rejection) -> [Event] {
        _ = try openAction(number)
        warnAboutMissingDecision()
        return [.actionClosed(number)]
    }

    private func reopen(_ number: ActionNumber, _ reason: String) throws(Rejection) -> [Event] {
        try check(reason, .reason)
        let standing = try standing(of: number)
        guard standing.item.value == .closed else { throw .actionNotClosed(number) }
        return [.actionReopened(number, reason: reason)]
    }

    private mutating func setDeadline(
        _ number: ActionNumber, _ text: String
    ) throws(Rejection) -> [Event] {
        _ = try openAction(number)
        return [.deadlineSet(number, try deadline(text, of: number))]
    }

    private mutating func deadline(
        _ text: String, of number: ActionNumber
    ) throws(Rejection) -> Deadline {
        try check(text, .deadline)
        let reading = readDeadline(text)
        if let reading, reading.readsBeforeStrictly {
            warnings.append(.beforeReadStrictly(number, text: text, latest: reading.latest))
        } else if reading == nil {
            warnings.append(.unreadDeadline(number, text: text))
        }
        return Deadline(text: text, reading: reading)
    }

    private func openAction(_ number: ActionNumber) throws(Rejection) -> ActionStory {
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

// MARK: Responsibility and status

extension Decider {
    private func responsible(_ assignees: Assignees) throws(Rejection) -> Responsible {
        switch assignees {
        case .all:
            return .all
        case .committees(let codes):
            var numbers: [CommitteeNumber] = []
            for code in codes { numbers.append(try committeeInForce(code)) }
            return .these(numbers)
        }
    }

    private mutating func assign(
        _ number: ActionNumber, _ assignees: Assignees
    ) throws(Rejection) -> [Event] {
        _ = try openAction(number)
        let responsible = try responsible(assignees)
        if responsible == .committees([]) { warnings.append(.noResponsible(number)) }
        return [.responsibilityAssigned(number, responsible)]
    }

    private func transfer(
        _ number: ActionNumber, _ fromCode: CommitteeCode?, _ toCodes: [CommitteeCode]
    ) throws(Rejection) -> [Event] {
        let story = try openAction(number)
        if toCodes.isEmpty { throw .noReceivingCommittee(number) }
        if story.responsible.value(at: moment) == .all { throw .laidOnAll(number) }
        let from = try answering(fromCode, for: story)
        var receiving: [CommitteeNumber] = []
        for code in toCodes { receiving.append(try committeeInForce(code)) }
        let staying = register.answering(story.responsible.value(at: moment)).filter { $0 != from }
        return [
            .responsibilityTransferred(number, from: from, now: .these(staying + receiving))
        ]
    }

    private mutating func report(
        _ number: ActionNumber, _ status: Status, _ code: CommitteeCode?
    ) throws(Rejection) -> [Event] {
        let story = try openAction(number)
        let committee = try answering(code, for: story)
        try checkInForce(register[committee], register.code(of: committee))
        let before = story.share(of: committee, in: register).status
        if before == .completed && status != .completed {
            warnings.append(.unusualStep(number, from: before, to: status))
        }
        return [.statusReported(number, committee, status)]
    }

    /// The committee meant, which must answer for the action on the effective day. It may be one
    /// that was dissolved without a successor: what it left behind is still to be transferred.
    private func answering(
        _ code: CommitteeCode?, for story: ActionStory
    ) throws(Rejection) -> CommitteeNumber {
        let answering = register.answering(story.responsible.value(at: moment))
        if let code {
            if let named = answering.first(where: { register.code(of: $0) == code }) {
                return named
            }
            let committee = try committeeInForce(code)
            guard answering.contains(committee) else {
                throw .notResponsible(
                    story.number, code, responsible: answering.map(register.code(of:)))
            }
            return committee
        }
        guard let only = answering.first else { throw .nobodyResponsible(story.number) }
        guard answering.count == 1 else {
            throw .severalResponsible(story.number, answering.map(register.code(of:)))
        }
        return only
    }
}

// MARK: Corrections, texts and warnings

extension Decider {
    private func correct(_ position: Position, _ reason: String) throws(Rejection) -> [Event] {
        try check(reason, .reason)
        if position.index == 0 { throw .foundingEntry }
        guard position < situation.size.end else {
            throw .unknownEntry(position, size: situation.size)
        }
        try checkUpright(position)
        return [.entryCorrected(position, reason: reason)]
    }

    /// What a correction takes away must stand. Where that is a correction itself, what it had
    /// taken away rises, and what that had taken away falls with it, so must stand, too: no entry
    /// is ever corrected twice over.
    private func checkUpright(_ entry: Position) throws(Rejection) {
        let falling = situation.corrections[entry] ?? EntryCorrections()
        if let turn = falling.turns.last, !isUpright(falling.turns, at: moment.known) {
            throw .alreadyCorrected(entry, at: turn)
        }
        for rising in falling.targets {
            for next in situation.corrections[rising]?.targets ?? [] { try checkUpright(next) }
        }
    }

    func checkReference(_ reference: Reference) throws(Rejection) {
        if let decision = reference.decision { try check(decision, .decision) }
        if let dnr = reference.dnr { try check(dnr, .dnr) }
        if let note = reference.note { try check(note, .note) }
    }

    /// A text says something, fits into an entry with room to spare, and cannot play tricks on a
    /// terminal that shows it.
    private func check(_ text: String, _ field: TextField) throws(Rejection) {
        let limit = 8000
        if text.allSatisfy(\.isWhitespace) { throw .emptyText(field) }
        if text.utf8.count > limit {
            throw .textTooLong(field, byteCount: text.utf8.count, limit: limit)
        }
        let isPrintable = text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0 == "\t"
                || ($0.properties.generalCategory != .control && !$0.properties.isBidiControl)
        }
        if !isPrintable { throw .unprintableText(field) }
    }

    mutating func warnAboutDates() {
        let farthestDays = 366
        let distance = Int(proposal.effective.daysSinceEpoch) - Int(situation.today.daysSinceEpoch)
        if abs(distance) > farthestDays {
            warnings.append(.effectiveFarFromToday(proposal.effective))
        }
    }

    private mutating func warnAboutMissingDecision() {
        if proposal.reference.decision == nil { warnings.append(.missingDecision) }
    }

    private mutating func warnAboutActionsLeft(
        by committee: CommitteeNumber, _ code: CommitteeCode
    ) {
        let left = situation.actions.values.filter {
            let responsible = $0.responsible.value(at: moment)
            return $0.standing(at: moment) == .open && responsible != .all
                && register.answering(responsible).contains(committee)
        }
        if !left.isEmpty {
            warnings.append(.actionsLeft(code, left.map(\.number).sorted()))
        }
    }
}
