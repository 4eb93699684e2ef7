import Coordinates
import Handlingsplan

/// A steering document with all that belongs to it, for programs.
struct DocumentContent: Encodable {
    struct Area: Encodable {
        let area: UInt32
        let title: String
    }

    struct Goal: Encodable {
        let goal: UInt32
        let area: Nullable<UInt32>
        let title: String
        let due: Nullable<DeadlineContent>
    }

    struct Revision: Encodable {
        let day: String
        let summary: String
    }

    struct FollowUp: Encodable {
        let day: String
        let committee: String
        let period: String
        let summary: Nullable<String>
    }

    struct Cycle: Encodable {
        let committee: String
        let due: DeadlineContent
        let occurrences: [ActionContent.Occurrence]
    }

    let number: UInt32
    let kind: String
    let slug: String
    let title: String
    let standing: String
    let since: String
    let successor: Nullable<String>
    let policy: Nullable<String>
    let plans: [PlanOfPolicy]
    let lastDay: Nullable<String>
    let decision: Nullable<String>
    let dnr: Nullable<String>
    let effective: String
    let position: UInt64
    let rehearsal: Bool
    let revisions: [Revision]
    let areas: [Area]
    let goals: [Goal]
    let actions: [ActionContent]
    let indicators: [IndicatorContent]
    let cycle: Nullable<Cycle>
    let followUps: [FollowUp]
    let guidelines: [GuidelineContent]
    let partners: [PartnerContent]
    let annexes: [AnnexContent]
    let history: [HistoryContent]?

    init(
        _ state: DocumentState, _ reference: Reference, _ plans: [PlanOfPolicy],
        _ moment: Moment, _ history: [HistoryContent]?, isRehearsal: Bool
    ) {
        number = state.number.value
        kind = state.kind.rawValue
        slug = state.slug.description
        title = state.title
        standing = state.standing == .adopted ? "adopted" : "repealed"
        since = state.since.description
        successor = Nullable(state.successor?.description)
        policy = Nullable(state.policy?.description)
        self.plans = plans
        lastDay = Nullable(state.lastDay?.description)
        decision = Nullable(reference.decision)
        dnr = Nullable(reference.dnr)
        effective = moment.effective.description
        position = moment.known.index
        rehearsal = isRehearsal
        revisions = state.revisions.map {
            Revision(day: $0.day.description, summary: $0.summary)
        }
        areas = state.areas.map { Area(area: $0.number.value, title: $0.title) }
        goals = state.goals.map {
            Goal(
                goal: $0.number.value, area: Nullable($0.goal.area?.value), title: $0.goal.title,
                due: Nullable($0.goal.deadline.map(DeadlineContent.init)))
        }
        actions = state.actions.map(ActionContent.init)
        indicators = state.indicators.map(IndicatorContent.init)
        cycle = Nullable(
            state.cycle.map {
                Cycle(
                    committee: state.followUpBy?.description ?? "", due: DeadlineContent($0),
                    occurrences: state.occurrences.map(ActionContent.Occurrence.init))
            })
        followUps = state.followUps.map {
            FollowUp(
                day: $0.day.description, committee: $0.committee.description,
                period: $0.period.description, summary: Nullable($0.summary))
        }
        guidelines = state.guidelines.map(GuidelineContent.init)
        partners = state.partners.map(PartnerContent.init)
        annexes = state.annexes.map(AnnexContent.init)
        self.history = history
    }
}

struct GuidelineContent: Encodable {
    struct Addressee: Encodable {
        let committee: String
        let answered: Nullable<String>
    }

    struct Answer: Encodable {
        let day: String
        let committee: String
        let text: String
    }

    let guideline: UInt32
    let issued: String
    let issuer: String
    let text: String
    let period: Nullable<String>
    let due: Nullable<DeadlineContent>
    let addressees: [Addressee]
    let answers: [Answer]

    init(_ state: DocumentState.GuidelineState) {
        guideline = state.number.value
        issued = state.issued.description
        issuer = state.issuer.description
        text = state.text
        period = Nullable(state.period?.description)
        due = Nullable(state.deadline.map(DeadlineContent.init))
        addressees = state.addressees.map {
            Addressee(
                committee: $0.code.description, answered: Nullable($0.answered?.description))
        }
        answers = state.answers.map {
            Answer(
                day: $0.day.description, committee: $0.committee.description, text: $0.text)
        }
    }
}

struct IndicatorContent: Encodable {
    struct Target: Encodable {
        let period: String
        let bound: String
        let value: String
    }

    struct Observation: Encodable {
        let period: String
        let value: String
        let approximate: Bool
        let source: String
        let sourceDate: Nullable<String>
    }

    let indicator: UInt32
    let name: String
    let unit: Nullable<String>
    let goal: Nullable<UInt32>
    let action: Nullable<UInt32>
    let targets: [Target]
    let observations: [Observation]

    init(_ state: DocumentState.IndicatorState) {
        indicator = state.number.value
        name = state.indicator.name
        unit = Nullable(state.indicator.unit)
        goal = Nullable(state.indicator.goal?.value)
        action = Nullable(state.indicator.action?.value)
        targets = state.targets.map {
            Target(
                period: $0.period.description, bound: $0.bound.rawValue,
                value: $0.value.description)
        }
        observations = state.observations.map {
            Observation(
                period: $0.period.description, value: $0.value.description,
                approximate: $0.isApproximate, source: $0.source,
                sourceDate: Nullable($0.sourceDate?.description))
        }
    }
}
