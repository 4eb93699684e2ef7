import Coordinates
import Handlingsplan

/// An action at a moment, for programs. Its status is the consolidated one.
struct ActionContent: Encodable {
    struct Consolidation: Encodable {
        let status: String
        let basis: String
        let committees: [String: Int]
    }

    struct Share: Encodable {
        let committee: String
        let status: String
        let since: Nullable<String>
        let reported: Nullable<String>
        let comment: String?
        /// Of the last period that was reported on.
        let outcome: Outcome?
        let forecast: ForecastContent?
    }

    struct Outcome: Encodable {
        let period: String
        let status: String
    }

    struct Occurrence: Encodable {
        let from: String
        let due: String
        let state: String
        let done: String?
    }

    let action: UInt32
    let localNumber: String?
    let title: String
    let plan: String
    let standing: String
    let supersededBy: UInt32?
    let areas: [UInt32]
    let goals: [UInt32]
    let comment: String?
    let due: Nullable<DeadlineContent>
    let responsible: [String]
    let lead: String?
    let allCommittees: Bool
    let consolidation: Consolidation
    let shares: [Share]
    let partners: [PartnerContent]
    let occurrences: [Occurrence]?
    let closed: Bool

    init(_ action: ActionState) {
        self.action = action.number.value
        localNumber = action.localNumber
        title = action.title
        plan = action.slug.description
        standing = action.standing.word
        if case .superseded(let successor) = action.standing {
            supersededBy = successor.value
        } else {
            supersededBy = nil
        }
        areas = action.areas.map(\.value)
        goals = action.goals.map(\.value)
        comment = action.comment
        due = Nullable(action.deadline.map(DeadlineContent.init))
        responsible = action.shares.map(\.code.description)
        lead = action.lead?.description
        allCommittees = action.responsible?.isCollective ?? false
        consolidation = Consolidation(
            status: action.consolidation.status.rawValue,
            basis: action.consolidation.basis.rawValue,
            committees: Dictionary(
                uniqueKeysWithValues: action.consolidation.counts.map {
                    ($0.status.rawValue, $0.committees)
                }))
        shares = action.shares.map { share in
            Share(
                committee: share.code.description, status: share.status.rawValue,
                since: Nullable(share.since?.description),
                reported: Nullable(share.reported?.description),
                comment: share.latest?.comment,
                outcome: share.outcome.flatMap { report in
                    report.period.map {
                        Outcome(period: $0.description, status: report.status.rawValue)
                    }
                },
                forecast: share.forecast.map { ForecastContent($0, given: share.forecastGiven) })
        }
        partners = action.partners.map(PartnerContent.init)
        occurrences =
            action.occurrences.isEmpty ? nil : action.occurrences.map(Occurrence.init)
        closed = !action.isOpen
    }
}

extension ActionContent.Occurrence {
    init(_ standing: OccurrenceStanding) {
        from = standing.occurrence.first.description
        due = standing.occurrence.due.description
        switch standing.state {
        case .done(let day): (state, done) = ("done", day.description)
        case .missed: (state, done) = ("missed", nil)
        case .due: (state, done) = ("due", nil)
        }
    }
}

struct ForecastContent: Encodable {
    let expectation: String
    let period: String
    let given: String?
    let comment: String?

    init(_ forecast: Forecast, given: CalendarDate?) {
        expectation = forecast.expectation.rawValue
        period = forecast.period.description
        self.given = given?.description
        comment = forecast.comment
    }
}

struct PartnerContent: Encodable {
    let name: String
    let role: String?

    init(_ partner: Partner) {
        name = partner.name
        role = partner.role
    }
}

extension ActionStory.Standing {
    /// For programs.
    var word: String {
        switch self {
        case .open: "open"
        case .closed: "closed"
        case .writtenOff: "written-off"
        case .superseded: "superseded"
        }
    }
}
