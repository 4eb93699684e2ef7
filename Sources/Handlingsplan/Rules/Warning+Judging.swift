import Coordinates

// What the rules warn about when something is recorded, and `concerns(at:)` as long as it stands.

extension Responsible {
    /// What is laid on all needs no lead.
    func warnings(of number: ActionNumber, in register: CommitteeRegister) -> [Warning] {
        if isCollective { return [] }
        let answering = register.answering(self)
        if answering.isEmpty { return [.noResponsible(number)] }
        return answering.count > 1 && lead == nil ? [.severalWithoutLead(number)] : []
    }
}

extension Deadline {
    /// - Parameters:
    ///   - number: the action that it is for; nil for what has no number of its own.
    ///   - plan: the action's plan, which should last as long as the deadline.
    func warnings(
        of number: ActionNumber? = nil, in plan: DocumentStory? = nil, at moment: Moment
    ) -> [Warning] {
        guard let reading else { return [.unreadDeadline(number, text: text)] }
        var warnings: [Warning] = []
        if reading.assumptions.contains(.beforeStrictly), let latest = reading.latest {
            warnings.append(.beforeReadStrictly(number, text: text, latest: latest))
        }
        if reading.assumptions.contains(.yearFromGiven),
            let day = reading.latest ?? reading.earliest
        {
            warnings.append(.yearAssumed(number, text: text, day: day))
        }
        if let number, let plan { warnings += self.warnings(after: plan, of: number, at: moment) }
        return warnings
    }

    /// Of a deadline that comes after its action's plan has ended.
    func warnings(
        after plan: DocumentStory, of number: ActionNumber, at moment: Moment
    ) -> [Warning] {
        guard let latest = reading?.latest, let end = plan.lastDay.value(at: moment), latest > end
        else { return [] }
        return [.deadlineAfterPlan(number, latest: latest, plan.slug, lastDay: end)]
    }
}

extension DocumentStory {
    /// Nil while its last day, where it has one, is not past.
    func validityWarning(at moment: Moment) -> Warning? {
        guard let end = lastDay.value(at: moment), end < moment.effective else { return nil }
        return .planPastValidity(slug, lastDay: end)
    }
}

extension ActionStory {
    /// Whether all that answer for it have completed it, and it is still open. What recurs is
    /// not completed until its last day is past, however often it is done.
    func isCompletedAndOpen(in register: CommitteeRegister) -> Bool {
        let moment = register.moment
        guard standing(at: moment) == .open else { return false }
        if let reading = deadline.value(at: moment)?.reading, reading.recurrence != nil,
            moment.effective <= reading.latest ?? .endOfCalendar
        {
            return false
        }
        return isCompleted(in: register)
    }

    /// Whether a committee that ends leaves the action behind. Of what is laid on all committees
    /// of the day, whichever they are, one that ends leaves nothing.
    func isLeft(by committee: CommitteeNumber, in register: CommitteeRegister) -> Bool {
        guard let responsible = responsible.value(at: register.moment), responsible.who != .all,
            standing(at: register.moment) == .open
        else { return false }
        return register.answers(committee, for: responsible)
    }
}

extension Warning {
    /// Whether what it misses about an action, on the day that it was given for, was said by one of
    /// the commands after it.
    package func isMet<Ledger: LedgerReading>(
        in ledger: Ledger, _ register: CommitteeRegister
    ) throws(Ledger.Failure) -> Bool {
        switch self {
        case .noResponsible(let number), .severalWithoutLead(let number):
            guard let now = try ledger.action(number)?.responsible.value(at: register.moment)
            else { return false }
            return !now.warnings(of: number, in: register).contains(self)
        case .noDeadline(let number):
            return try ledger.action(number)?.deadline.value(at: register.moment) != nil
        case .unreadDeadline(let number?, let text):
            return try ledger.action(number)?.deadline.value(at: register.moment)?.text != text
        case .actionsLeft(let code, let numbers):
            guard let committee = register.committee(code)?.number else { return false }
            for number in numbers {
                let story = try ledger.action(number)
                if story?.isLeft(by: committee, in: register) ?? true { return false }
            }
            return true
        default:
            return false
        }
    }
}
