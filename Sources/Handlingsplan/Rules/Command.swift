package import Coordinates

/// What an administrator asks for. Things are named as people name them: committees by code,
/// steering documents by slug, all else by number.
package enum Command: Hashable, Sendable {
    case establishCommittee(Naming)
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
    case change(Setting)
    case grantKey(KeyGrant)
    case revokeKey(Writer, reason: String?)
}

/// A committee that others become: one that there is, or a new one.
package enum Destination: Hashable, Sendable {
    case existing(CommitteeCode)
    case new(Naming)
}

package struct NewDocument: Hashable, Sendable {
    package let kind: DocumentKind
    package let slug: DocumentSlug
    package let title: String
    package let policy: DocumentSlug?
    package let lastDay: CalendarDate?

    package init(
        _ kind: DocumentKind, _ slug: DocumentSlug, title: String, policy: DocumentSlug? = nil,
        lastDay: CalendarDate? = nil
    ) {
        self.kind = kind
        self.slug = slug
        self.title = title
        self.policy = policy
        self.lastDay = lastDay
    }
}

package struct NewGoal: Hashable, Sendable {
    package let title: String
    package let area: AreaNumber?
    package let deadline: String?

    package init(title: String, area: AreaNumber? = nil, deadline: String? = nil) {
        self.title = title
        self.area = area
        self.deadline = deadline
    }
}

package struct NewGuideline: Hashable, Sendable {
    package let document: DocumentSlug
    /// Without it, the committee of the document's follow-up cycle is meant.
    package let issuer: CommitteeCode?
    package let addressees: [CommitteeCode]
    package let text: String
    package let period: Period?
    package let deadline: String?

    package init(
        document: DocumentSlug, issuer: CommitteeCode? = nil, addressees: [CommitteeCode],
        text: String, period: Period? = nil, deadline: String? = nil
    ) {
        self.document = document
        self.issuer = issuer
        self.addressees = addressees
        self.text = text
        self.period = period
        self.deadline = deadline
    }
}

package struct NewIndicator: Hashable, Sendable {
    package let name: String
    package let unit: String?
    package let goal: GoalNumber?
    package let action: ActionNumber?

    package init(
        name: String, unit: String? = nil, goal: GoalNumber? = nil, action: ActionNumber? = nil
    ) {
        self.name = name
        self.unit = unit
        self.goal = goal
        self.action = action
    }
}

package struct Assignees: Hashable, Sendable {
    package enum Who: Hashable, Sendable {
        case committees([CommitteeCode])
        /// All committees, also those established later.
        case all
        /// All committees in force on the effective day, and none established later.
        case allNow
    }

    package let who: Who
    package let lead: CommitteeCode?

    package init(_ who: Who, lead: CommitteeCode? = nil) {
        self.who = who
        self.lead = lead
    }

    package static func committees(_ codes: [CommitteeCode]) -> Assignees {
        Assignees(.committees(codes))
    }

    package static let all = Assignees(.all)
}

package struct NewAction: Hashable, Sendable {
    package let title: String
    package let responsible: Assignees
    package let deadline: String?
    package let localNumber: String?
    package let areas: [AreaNumber]
    package let goals: [GoalNumber]

    package init(
        title: String, responsible: Assignees, deadline: String?, localNumber: String? = nil,
        areas: [AreaNumber] = [], goals: [GoalNumber] = []
    ) {
        self.title = title
        self.responsible = responsible
        self.deadline = deadline
        self.localNumber = localNumber
        self.areas = areas
        self.goals = goals
    }
}

/// One thing about an action that is to change.
package enum Change: Hashable, Sendable {
    case title(String)
    case localNumber(String)
    case plan(DocumentSlug)
    case areas([AreaNumber])
    case goals([GoalNumber])
    case comment(String)
}

package enum NewScope: Hashable, Sendable {
    case everything
    case document(DocumentSlug)
    case actions([ActionNumber])
}

package enum NamedBearer: Hashable, Sendable {
    case committee(CommitteeCode)
    case document(DocumentSlug)
    case action(ActionNumber)
}

extension Command {
    /// Whether it speaks of entries and their writers: then what it leads to shares an entry with
    /// nothing else.
    package var standsAlone: Bool {
        switch self {
        case .correct, .annul, .reportBack, .grantKey, .revokeKey: true
        default: false
        }
    }
}
