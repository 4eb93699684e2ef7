package import Coordinates

/// One action, from the decision to its close.
package struct ActionStory: Story, Hashable {
    package enum Standing: Hashable, Sendable {
        case open
        case closed
        case writtenOff
        case superseded(by: ActionNumber)
    }

    /// What one committee reported.
    package struct Report: Hashable, Sendable {
        package let committee: CommitteeNumber
        package let report: StatusReport

        package var status: Status { report.status }

        package init(committee: CommitteeNumber, report: StatusReport) {
            self.committee = committee
            self.report = report
        }
    }

    /// What one committee expected.
    package struct Expected: Hashable, Sendable {
        package let committee: CommitteeNumber
        package let forecast: Forecast

        package init(committee: CommitteeNumber, forecast: Forecast) {
            self.committee = committee
            self.forecast = forecast
        }
    }

    package let number: ActionNumber
    package internal(set) var standing = Timeline<Standing>()
    /// The plan that it is part of. It can be carried over into another.
    package internal(set) var document = Timeline<DocumentNumber>()
    package internal(set) var title = Timeline<String>()
    package internal(set) var localNumber = Timeline<String>()
    package internal(set) var areas = Timeline<[AreaNumber]>()
    package internal(set) var goals = Timeline<[GoalNumber]>()
    package internal(set) var comment = Timeline<String>()
    package internal(set) var deadline = Timeline<Deadline>()
    package internal(set) var responsible = Timeline<Responsible>()
    /// The reports of all committees in one timeline: who reports for whom can change hands.
    package internal(set) var reports = Timeline<Report>()
    /// What all committees expected. Never mixed with what they reported.
    package internal(set) var forecasts = Timeline<Expected>()
    package internal(set) var partners = Timeline<PartnerLink>()
    package internal(set) var annexes = Timeline<Annex>()

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        guard case .actionDecided(let number, let action) = event else {
            throw ImpossibleEvent(event)
        }
        self.number = number
        standing.record(.open, at: stamp)
        document.record(action.document, at: stamp)
        title.record(action.title, at: stamp)
        if let local = action.localNumber { localNumber.record(local, at: stamp) }
        if !action.areas.isEmpty { areas.record(action.areas, at: stamp) }
        if !action.goals.isEmpty { goals.record(action.goals, at: stamp) }
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        switch event {
        case .actionAmended(number, let amendment):
            amend(amendment, at: stamp)
        case .actionClosed(number):
            standing.record(.closed, at: stamp)
        case .actionWrittenOff(number, _):
            standing.record(.writtenOff, at: stamp)
        case .actionSuperseded(number, let successor):
            standing.record(.superseded(by: successor), at: stamp)
        case .actionReopened(number, _):
            standing.record(.open, at: stamp)
        case .responsibilityAssigned(number, let responsible),
            .responsibilityTransferred(number, _, let responsible):
            self.responsible.record(responsible, at: stamp)
        case .deadlineSet(number, let deadline):
            self.deadline.record(deadline, at: stamp)
        case .statusReported(number, let committee, let report):
            reports.record(Report(committee: committee, report: report), at: stamp)
        case .forecastGiven(number, let committee, let forecast):
            forecasts.record(Expected(committee: committee, forecast: forecast), at: stamp)
        case .partnerLinked(.action(number), let partner):
            partners.record(.linked(partner), at: stamp)
        case .partnerUnlinked(.action(number), let name):
            partners.record(.unlinked(name: name), at: stamp)
        case .annexAttached(.action(number), let annex):
            annexes.record(annex, at: stamp)
        default:
            throw ImpossibleEvent(event)
        }
    }

    private mutating func amend(_ amendment: Amendment, at stamp: Stamp) {
        switch amendment {
        case .title(let text): title.record(text, at: stamp)
        case .localNumber(let text): localNumber.record(text, at: stamp)
        case .document(let number): document.record(number, at: stamp)
        case .areas(let numbers): areas.record(numbers, at: stamp)
        case .goals(let numbers): goals.record(numbers, at: stamp)
        case .comment(let text): comment.record(text, at: stamp)
        }
    }

    package mutating func turn(itemsFrom source: Position, at position: Position) {
        standing.turn(itemsFrom: source, at: position)
        document.turn(itemsFrom: source, at: position)
        title.turn(itemsFrom: source, at: position)
        localNumber.turn(itemsFrom: source, at: position)
        areas.turn(itemsFrom: source, at: position)
        goals.turn(itemsFrom: source, at: position)
        comment.turn(itemsFrom: source, at: position)
        deadline.turn(itemsFrom: source, at: position)
        responsible.turn(itemsFrom: source, at: position)
        reports.turn(itemsFrom: source, at: position)
        forecasts.turn(itemsFrom: source, at: position)
        partners.turn(itemsFrom: source, at: position)
        annexes.turn(itemsFrom: source, at: position)
    }

    package var subject: Subject { .action(number) }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        !title.items.isEmpty && !document.items.isEmpty
            && document.items.allSatisfy { counts.has($0.value) }
            && areas.items.allSatisfy { $0.value.allSatisfy(counts.has) }
            && goals.items.allSatisfy { $0.value.allSatisfy(counts.has) }
            && standing.items.allSatisfy { item in
                guard case .superseded(let successor) = item.value else { return true }
                return counts.has(successor)
            } && responsible.items.allSatisfy { counts.has($0.value) }
            && reports.items.allSatisfy { counts.has($0.value.committee) }
            && forecasts.items.allSatisfy { counts.has($0.value.committee) }
    }
}

extension ActionStory {
    /// The decision, while it stands uncorrected. Without it, nothing else that was said about
    /// the action counts.
    package func decision(known: Position) -> Timeline<Standing>.Item? {
        // No rule lets a close or a reopening hold from before the decision.
        standing.first(known: known)
    }

    /// Open or ended; nil at a moment when there is no action.
    package func standing(at moment: Moment) -> Standing? {
        decision(known: moment.known) == nil ? nil : standing.value(at: moment)
    }
}

extension ActionStory.Standing: CustomStringConvertible {
    /// `open`, `closed`, `written-off`, `superseded by 7`.
    package var description: String {
        switch self {
        case .open: "open"
        case .closed: "closed"
        case .writtenOff: "written-off"
        case .superseded(let successor): "superseded by \(successor)"
        }
    }
}
