package import Coordinates

/// What a command leads to.
package struct Decision: Hashable, Sendable {
    /// Nil where all that was asked for holds already: then there is nothing to record.
    package let act: Act?
    package let warnings: [Warning]
}

/// Judges a command: the act that is to be recorded, or the rule that forbids it.
///
/// Pure and total. The rules look at what is known by now to hold on the effective day: a status
/// from last spring is judged by who was responsible last spring.
package func decide(
    _ command: Command, effective: CalendarDate, reference: Reference, in situation: Situation
) throws(Rejection) -> Decision {
    var decider = Decider(effective, situation)
    try decider.checkReference(reference)
    let events = try decider.events(for: command)
    if events.isEmpty { return Decision(act: nil, warnings: decider.warnings) }
    decider.warnAboutDates()
    let act = Act(effective: effective, reference: reference, events: events)
    let ofAct = act.referenceWarnings + act.texts.flatMap(\.personalData)
    for warning in ofAct where !decider.warnings.contains(warning) {
        decider.warnings.append(warning)
    }
    return Decision(act: act, warnings: decider.warnings)
}

/// One judgement under way: the moment judged at, and the warnings gathered so far.
struct Decider {
    let effective: CalendarDate
    let situation: Situation
    let moment: Moment
    let register: CommitteeRegister
    var warnings: [Warning] = []

    init(_ effective: CalendarDate, _ situation: Situation) {
        self.effective = effective
        self.situation = situation
        moment = Moment(effective: effective, known: situation.known)
        register = CommitteeRegister(situation.committees, at: moment)
    }

    mutating func events(for command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .establishCommittee(let naming): try establish(naming)
        case .renameCommittee(let code, let naming): try rename(code, to: naming)
        case .dissolveCommittee(let code, let successor): try dissolve(code, successor)
        case .mergeCommittees(let codes, let destination): try merge(codes, into: destination)
        case .splitCommittee(let code, let parts): try split(code, into: parts)
        case .adopt(let document): try adopt(document)
        case .importPlan(let plan): try importPlan(plan)
        case .revise(let slug, let summary, let title): try revise(slug, summary, title)
        case .prolong(let slug, let lastDay): try prolong(slug, lastDay)
        case .repeal(let slug, let successor): try repeal(slug, successor)
        case .defineArea(let slug, let title): try defineArea(slug, title)
        case .setGoal(let slug, let goal): try setGoal(slug, goal)
        case .setFollowUpCycle(let slug, let code, let text): try setCycle(slug, code, text)
        case .holdFollowUp(let slug, let code, let period, let summary):
            try holdFollowUp(slug, code, period, summary)
        case .issueGuideline(let guideline): try issue(guideline)
        case .answerGuideline(let number, let code, let text): try answer(number, code, text)
        case .defineIndicator(let slug, let indicator): try define(indicator, in: slug)
        case .setTarget(let number, let target): try setTarget(number, target)
        case .observe(let number, let observation): try observe(number, observation)
        case .decideAction(let slug, let action): try decide(action, in: slug)
        case .amendAction(let number, let changes): try amend(number, changes)
        case .closeAction(let number): try close(number)
        case .writeOffAction(let number, let reason): try writeOff(number, reason)
        case .supersedeAction(let number, let successor): try supersede(number, successor)
        case .reopenAction(let number, let reason): try reopen(number, reason)
        case .assign(let number, let assignees): try assign(number, assignees)
        case .transfer(let number, let from, let to): try transfer(number, from, to)
        case .setDeadline(let number, let text): try setDeadline(number, text)
        case .reportStatus(let number, let status, let code): try report(number, status, code)
        case .giveForecast(let number, let expected, let code):
            try forecast(number, expected, code)
        case .reportBack(let code, let from, let scope): try reportBack(code, from, scope)
        case .linkPartner(let bearer, let partner): try link(partner, to: bearer)
        case .unlinkPartner(let bearer, let name): try unlink(name, from: bearer)
        case .attach(let bearer, let annex): try attach(annex, to: bearer)
        case .correct(let position, let reason): try correct(position, reason)
        case .annul(let position, let reason): try annul(position, reason)
        case .change(let setting): [.settingChanged(setting)]
        case .grantKey(let asked): try grant(asked)
        case .revokeKey(let writer, let reason): try revoke(writer, reason)
        }
    }

    mutating func warnAboutDates() {
        let farthestDays = 366
        let distance = Int(effective.daysSinceEpoch) - Int(situation.today.daysSinceEpoch)
        if abs(distance) > farthestDays {
            warnings.append(.effectiveFarFromToday(effective))
        }
    }
}
