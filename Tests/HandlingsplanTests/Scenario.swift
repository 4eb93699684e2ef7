import Coordinates
import Handlingsplan

/// A ledger in which a list of commands has been recorded one after the other: each is judged
/// by the rules, and what they answer is folded. The founding entry is entry 0, so the first
/// command of the list becomes entry 1.
struct Scenario {
    /// The day on which every command is given.
    static let today: CalendarDate = "2014-06-01"
    static let founder = Writer(bytes: Array(repeating: 1, count: 32))!

    private(set) var state = LedgerState()
    private(set) var acts: [RecordedAct] = []

    init(given history: [Proposal]) throws {
        for proposal in history { try record(proposal) }
    }

    /// What the rules answer to one more command; nothing is recorded.
    /// - Parameter lastThen: the last entry of the day that the command holds from, if not the
    ///   last one of all.
    func when(_ proposal: Proposal, lastThen: Position? = nil) throws(Rejection) -> Decision {
        let command = proposal.steps[0].command
        return try decide(
            command, effective: proposal.effective ?? Self.today, reference: proposal.reference,
            in: Situation(
                for: command, in: state, founder: Self.founder, today: Self.today,
                lastThen: lastThen))
    }

    /// Records what the rules answer, unless there is nothing to record.
    mutating func record(_ proposal: Proposal) throws {
        guard let act = try when(proposal).act else { return }
        let recorded = RecordedAct(
            position: state.size.end,
            recordedAt: Timestamp(milliseconds: Int64(state.size.count) * 1000),
            act: act, turned: turned(by: act))
        try state.evolve(recorded)
        acts.append(recorded)
    }

    /// The board of the committee that has a code on a day, as known at a position or by now.
    func board(
        _ code: CommitteeCode, on day: CalendarDate, known: Position? = nil
    ) throws -> Board {
        let register = register(on: day, known: known)
        return state.board(of: try register.required(code).number, at: register.moment)
    }

    /// The same board as another committee, or itself, had last been told of it by the day.
    func board(
        _ code: CommitteeCode, told listener: CommitteeCode, on day: CalendarDate,
        known: Position? = nil
    ) throws -> Board {
        let register = register(on: day, known: known)
        return state.board(
            of: try register.required(code).number, told: try register.required(listener).number,
            at: register.moment)
    }

    /// An action on a day; nil where there is none.
    func action(_ number: ActionNumber, on day: CalendarDate) -> ActionState? {
        state.action(number)?.state(in: register(on: day), state.documents().slugs)
    }

    func register(on day: CalendarDate, known: Position? = nil) -> CommitteeRegister {
        CommitteeRegister(state.committees(), at: moment(day, known: known))
    }

    func moment(_ day: CalendarDate, known: Position? = nil) -> Moment {
        Moment(effective: day, known: known ?? state.size.last!)
    }
}

extension Scenario {
    /// The acts whose validity changes when one more is recorded.
    private func turned(by act: Act) -> [TurnedAct] {
        let log = acts.map { ($0.position, $0.act) }
        let before = Self.corrected(in: log)
        let after = Self.corrected(in: log + [(state.size.end, act)])
        return log.filter { before.contains($0.0) != after.contains($0.0) }
            .map { TurnedAct(position: $0.0, act: $0.1) }
    }

    /// An act is corrected when an act that is not corrected itself says so.
    private static func corrected(in log: [(Position, Act)]) -> Set<Position> {
        var corrected: Set<Position> = []
        for (position, act) in log.reversed() where !corrected.contains(position) {
            corrected.formUnion(act.events.compactMap(\.facts.corrects))
        }
        return corrected
    }
}
