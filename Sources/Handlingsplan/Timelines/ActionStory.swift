package import Coordinates

/// One action, from the decision to its close.
package struct ActionStory: Story, Hashable {
    package enum Standing: Hashable, Sendable {
        case open
        case closed
    }

    /// What one committee reported.
    package struct Report: Hashable, Sendable {
        package let committee: CommitteeNumber
        package let status: Status

        package init(committee: CommitteeNumber, status: Status) {
            self.committee = committee
            self.status = status
        }
    }

    package let number: ActionNumber
    package let plan: PlanNumber
    package internal(set) var standing = Timeline<Standing>()
    package internal(set) var title = Timeline<String>()
    package internal(set) var deadline = Timeline<Deadline>()
    package internal(set) var responsible = Timeline<Responsible>()
    /// The reports of all committees in one timeline: who reports for whom can change hands.
    package internal(set) var reports = Timeline<Report>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .actionDecided(let number, let plan, let title) = event else {
            throw ImpossibleEvent(event)
        }
        self.number = number
        self.plan = plan
        self.title.record(title, at: stamp)
        standing.record(.open, at: stamp)
    }

    /// For a stored row: the timelines as they were.
    package init(
        number: ActionNumber, plan: PlanNumber, standing: Timeline<Standing>,
        title: Timeline<String>, deadline: Timeline<Deadline>,
        responsible: Timeline<Responsible>, reports: Timeline<Report>
    ) {
        self.number = number
        self.plan = plan
        self.standing = standing
        self.title = title
        self.deadline = deadline
        self.responsible = responsible
        self.reports = reports
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        switch event {
        case .actionAmended(number, let title):
            self.title.record(title, at: stamp)
        case .actionClosed(number):
            standing.record(.closed, at: stamp)
        case .actionReopened(number, _):
            standing.record(.open, at: stamp)
        case .responsibilityAssigned(number, let responsible),
            .responsibilityTransferred(number, _, let responsible):
            self.responsible.record(responsible, at: stamp)
        case .deadlineSet(number, let deadline):
            self.deadline.record(deadline, at: stamp)
        case .statusReported(number, let committee, let status):
            reports.record(Report(committee: committee, status: status), at: stamp)
        default:
            throw ImpossibleEvent(event)
        }
    }

    /// The decision, while it stands uncorrected. Without it, nothing else that was said about
    /// the action counts.
    package func decision(known: Position) -> Timeline<Standing>.Item? {
        // No rule lets a close or a reopening hold from before the decision.
        standing.items.first.flatMap { isUpright($0.turns, at: known) ? $0 : nil }
    }

    /// Open or closed; nil at a moment when there is no action.
    package func standing(at moment: Moment) -> Standing? {
        decision(known: moment.known) == nil ? nil : standing.value(at: moment)
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        standing.turn(itemsFrom: source, at: position)
        title.turn(itemsFrom: source, at: position)
        deadline.turn(itemsFrom: source, at: position)
        responsible.turn(itemsFrom: source, at: position)
        reports.turn(itemsFrom: source, at: position)
    }
}
