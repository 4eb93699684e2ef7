import Coordinates
import Handlingsplan

/// A ledger made of acts that no rule has judged, for what only questions need: the first act is
/// entry 1.
struct Chronicle {
    private(set) var state = LedgerState()
    private var acts: [Act] = []

    init(_ acts: Act...) throws { try self.init(acts) }

    init(_ acts: [Act]) throws {
        for act in acts { try record(act) }
    }

    /// The last entry.
    var last: Position { state.size.last! }

    mutating func record(_ act: Act) throws {
        // A correction here never is of a correction, so it takes away and brings nothing back.
        let turned = act.events.compactMap(\.facts.corrects).map {
            TurnedAct(position: $0, act: acts[Int($0.index) - 1])
        }
        try state.evolve(
            RecordedAct(
                position: state.size.end,
                recordedAt: Timestamp(milliseconds: Int64(state.size.count) * 1000), act: act,
                turned: turned))
        acts.append(act)
    }

    func with(_ acts: Act...) throws -> Chronicle {
        var longer = self
        for act in acts { try longer.record(act) }
        return longer
    }

    /// What holds on a day, as known at an entry or by now.
    func moment(_ day: CalendarDate, known: Position? = nil) -> Moment {
        Moment(effective: day, known: known ?? last)
    }

    func register(_ day: CalendarDate) -> CommitteeRegister {
        CommitteeRegister(state.committees(), at: moment(day))
    }

    func action(
        _ number: ActionNumber, on day: CalendarDate, known: Position? = nil
    ) -> ActionState? {
        let register = CommitteeRegister(state.committees(), at: moment(day, known: known))
        return state.action(number)?.state(in: register, state.documents().slugs)
    }

    /// Entries 1 to 4: KS, BUN and SN, numbered so; the policy `integration` with the areas 1,
    /// Skola, and 2, Bostad; and the plan `plan-2018`, which carries it out.
    static func municipality() throws -> Chronicle {
        try Chronicle(
            .on(
                "2012-01-01", .establish(1, "KS"), .establish(2, "BUN"), .establish(3, "SN")),
            .on(
                "2012-01-01",
                .policyAdopted(1, Adoption(slug: "integration", title: "Integration"))),
            .on(
                "2012-01-01", .areaDefined(1, 1, title: "Skola"),
                .areaDefined(2, 1, title: "Bostad")),
            .on(
                "2018-01-01",
                .planAdopted(2, Adoption(slug: "plan-2018", title: "Plan 2018", policy: 1))))
    }
}

extension Act {
    static func on(_ day: CalendarDate, _ events: Event...) -> Act { .on(day, events) }

    static func on(_ day: CalendarDate, _ events: [Event]) -> Act {
        Act(effective: day, events: events)
    }
}

// Events in few words, where only some of their texts matter.
extension Event {
    static func establish(_ number: CommitteeNumber, _ code: CommitteeCode) -> Event {
        .committeeEstablished(number, Naming(code: code, name: "\(code):s nämnd"))
    }

    static func decide(
        _ number: ActionNumber, _ title: String = "Läxhjälp", in document: DocumentNumber = 2,
        areas: [AreaNumber] = []
    ) -> Event {
        .actionDecided(number, DecidedAction(document: document, title: title, areas: areas))
    }

    static func assign(_ number: ActionNumber, _ committees: CommitteeNumber...) -> Event {
        .responsibilityAssigned(number, .these(committees))
    }

    /// Read as that day where the text is one, else unread.
    static func deadline(_ number: ActionNumber, _ text: String) -> Event {
        let reading = CalendarDate(text).map { DeadlineReading(mode: .by, latest: $0) }
        return .deadlineSet(number, Deadline(text: text, reading: reading))
    }

    static func report(
        _ number: ActionNumber, _ status: Status, by committee: CommitteeNumber
    ) -> Event {
        .statusReported(number, committee, StatusReport(status))
    }

    static func forecast(
        _ number: ActionNumber, _ expectation: Forecast.Expectation, _ period: Period,
        by committee: CommitteeNumber
    ) -> Event {
        .forecastGiven(number, committee, Forecast(expectation, period: period))
    }

    static func tell(
        _ committee: CommitteeNumber, _ scope: ReportBack.Scope, from position: Position
    ) -> Event {
        .reportedBack(committee, ReportBack(from: position, scope: scope))
    }

    static func correct(_ position: Position) -> Event {
        .entryCorrected(position, reason: "fel dag")
    }
}

extension Difference {
    /// `status BUN: ongoing → delayed`, and `–` for nothing.
    var line: String {
        "\(field.rawValue)\(committee.map { " \($0)" } ?? ""): \(before ?? "–") → \(after ?? "–")"
    }
}
