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
struct Decider {
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

    mutating func warnAboutDates() {
        let farthestDays = 366
        let distance = Int(proposal.effective.daysSinceEpoch) - Int(situation.today.daysSinceEpoch)
        if abs(distance) > farthestDays {
            warnings.append(.effectiveFarFromToday(proposal.effective))
        }
    }

    mutating func warnAboutMissingDecision() {
        if proposal.reference.decision == nil { warnings.append(.missingDecision) }
    }
}
