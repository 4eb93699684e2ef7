import Coordinates
import Handlingsplan

/// A ledger in which a list of commands has been recorded one after the other: each is judged
/// by the rules, and what they answer is folded. The founding entry is entry 0, so the first
/// command of the list becomes entry 1.
struct Scenario {
    /// The day on which every command is given.
    static let today: CalendarDate = "2014-06-01"

    private(set) var state = LedgerState()
    private(set) var acts: [RecordedAct] = []

    init(given history: [Proposal]) throws {
        for proposal in history { try record(proposal) }
    }

    /// What the rules answer to one more command; nothing is recorded.
    func when(_ proposal: Proposal) throws(Rejection) -> Decision {
        try decide(proposal, in: Situation(for: proposal.command, in: state, today: Self.today))
    }

    mutating func record(_ proposal: Proposal) throws {
        let act = try when(proposal).act
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
        let moment = Moment(effective: day, known: known ?? state.size.last!)
        let register = CommitteeRegister(state.committees(), at: moment)
        guard let committee = register.committee(code) else {
            throw Rejection.unknownCommittee(code)
        }
        return state.board(of: committee.number, at: moment)
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
            for case .entryCorrected(let target, _) in act.events { corrected.insert(target) }
        }
        return corrected
    }
}
