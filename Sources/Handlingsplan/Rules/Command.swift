package import Coordinates

/// What an administrator asks for. Things are named as people name them: committees by code,
/// steering documents by slug, all else by number.
package enum Command: Hashable, Sendable {
    case establishCommittee(Naming, CommitteeKind = .committee)
    case renameCommittee(CommitteeCode, to: Naming)
    case dissolveCommittee(CommitteeCode, successor: CommitteeCode?)
    case mergeCommittees([CommitteeCode], into: Destination)
    case splitCommittee(CommitteeCode, into: [Destination])

    case adopt(NewDocument)
    case importPlan(PlanImport)
    case revise(DocumentSlug, summary: String, title: String?)
    case prolong(DocumentSlug, lastDay: CalendarDate)
    case repeal(DocumentSlug, successor: DocumentSlug?)
    case defineArea(DocumentSlug, title: String)
    case setGoal(DocumentSlug, NewGoal)

    case setFollowUpCycle(DocumentSlug, by: CommitteeCode, text: String)
    /// Without `by`, the committee of the document's cycle is meant.
    case holdFollowUp(DocumentSlug, by: CommitteeCode?, Period, summary: String?)
    case issueGuideline(NewGuideline)
    /// Without `by`, the only addressee is meant.
    case answerGuideline(GuidelineNumber, by: CommitteeCode?, text: String)

    case defineIndicator(DocumentSlug, NewIndicator)
    case setTarget(IndicatorNumber, Target)
    case observe(IndicatorNumber, Observation)

    case decideAction(DocumentSlug, NewAction)
    case amendAction(ActionNumber, [Change])
    case closeAction(ActionNumber)
    case writeOffAction(ActionNumber, reason: String)
    case supersedeAction(ActionNumber, by: ActionNumber)
    case reopenAction(ActionNumber, reason: String)
    case assign(ActionNumber, Assignees)
    /// Without `from`, the only responsible committee is meant.
    case transfer(ActionNumber, from: CommitteeCode?, to: [CommitteeCode])
    case setDeadline(ActionNumber, text: String)
    /// Without `by`, the only responsible committee is meant.
    case reportStatus(ActionNumber, StatusReport, by: CommitteeCode?)
    /// Without `by`, the only responsible committee is meant.
    case giveForecast(ActionNumber, Forecast, by: CommitteeCode?)
    /// Without `from`, the last entry recorded by the end of the meeting's day is meant.
    case reportBack(CommitteeCode, from: Position?, NewScope)

    case linkPartner(NamedBearer, Partner)
    case unlinkPartner(NamedBearer, name: String)
    case attach(NamedBearer, Annex)

    case correct(Position, reason: String)
    case annul(Position, reason: String)
    case disregard(VoidRun, reason: String)
    case declareClock(first: Position, reason: String)
    case raiseFormat(UInt64)
    case change(Setting)
    case grantKey(KeyGrant)
    case revokeKey(Writer, reason: String?)
}

extension Command {
    package var facts: CommandFacts {
        switch self {
        case .establishCommittee, .renameCommittee, .mergeCommittees: CommandFacts()
        case .dissolveCommittee(_, let successor):
            CommandFacts(lists: successor == nil ? .ofCommittees : .none)
        case .splitCommittee: CommandFacts(lists: .ofCommittees)
        case .adopt, .revise, .prolong, .defineArea: CommandFacts()
        case .importPlan(let plan):
            CommandFacts(lists: .ofDocument(plan.slug), aims: true, indicators: true)
        case .repeal(let slug, _): CommandFacts(lists: .ofDocument(slug))
        case .setGoal: CommandFacts(aims: true)
        case .setFollowUpCycle, .issueGuideline: CommandFacts()
        case .holdFollowUp(let slug, _, _, _): CommandFacts(lists: .ofPolicy(slug))
        case .answerGuideline: CommandFacts(guidelines: true)
        case .defineIndicator(_, let indicator):
            CommandFacts(actions: indicator.action.map { [$0] } ?? [], aims: true)
        case .setTarget, .observe: CommandFacts(indicators: true)
        case .decideAction: CommandFacts(aims: true)
        case .amendAction(let number, _): CommandFacts(actions: [number], aims: true)
        case .supersedeAction(let number, let successor):
            CommandFacts(actions: [number, successor])
        case .closeAction(let number), .writeOffAction(let number, _),
            .reopenAction(let number, _), .assign(let number, _), .transfer(let number, _, _),
            .setDeadline(let number, _), .reportStatus(let number, _, _),
            .giveForecast(let number, _, _):
            CommandFacts(actions: [number])
        case .reportBack(_, _, let scope):
            switch scope {
            case .everything: CommandFacts(lists: .all, standsAlone: true)
            case .document(let slug): CommandFacts(lists: .ofDocument(slug), standsAlone: true)
            case .actions(let numbers): CommandFacts(actions: numbers, standsAlone: true)
            }
        case .linkPartner(let bearer, _), .unlinkPartner(let bearer, _), .attach(let bearer, _):
            CommandFacts(actions: bearer.action.map { [$0] } ?? [])
        case .correct(let position, _), .annul(let position, _):
            CommandFacts(entry: position, standsAlone: true, needsDays: false)
        case .disregard, .declareClock, .raiseFormat, .grantKey, .revokeKey:
            CommandFacts(standsAlone: true, needsDays: false)
        case .change: CommandFacts(needsDays: false)
        }
    }
}

extension NamedBearer {
    fileprivate var action: ActionNumber? {
        if case .action(let number) = self { number } else { nil }
    }
}

extension Decider {
    /// Judges a command by the rule for it.
    mutating func events(for command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .establishCommittee(let naming, let kind): try establish(naming, kind)
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
        case .disregard(let run, let reason): try disregard(run, reason)
        case .declareClock(let first, let reason): try declareClock(first, reason)
        case .raiseFormat(let format): try raiseFormat(format)
        case .change(let setting): try change(setting)
        case .grantKey(let asked): try grant(asked)
        case .revokeKey(let writer, let reason): try revoke(writer, reason)
        }
    }
}
