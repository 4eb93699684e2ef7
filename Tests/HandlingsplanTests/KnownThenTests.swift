import Coordinates
import Handlingsplan
import TestSupport
import Testing

@Suite("The ledger as it was known")
struct KnownThenTests {
    @Test(
        "A board known at a position is the board of the ledger that ended there",
        arguments: SeededGenerator.seeds(24))
    func knownThen(seed: UInt64) throws {
        print("LIGGARE_SEED=\(seed)")
        var random = RandomHistory(seed: seed)
        let full = try random.scenario(attempts: 90).acts
        let now = try Self.state(of: full)
        for length in 0...full.count {
            let then = try Self.state(of: full.prefix(length))
            let known = try #require(then.size.last)
            for _ in 0..<4 {
                let moment = Moment(effective: random.day(), known: known)
                Self.compare(now, then, at: moment, seed)
            }
        }
    }

    private static func state(of acts: some Sequence<RecordedAct>) throws -> LedgerState {
        var state = LedgerState()
        for act in acts { try state.evolve(act) }
        return state
    }

    private static func compare(
        _ now: LedgerState, _ then: LedgerState, at moment: Moment, _ seed: UInt64
    ) {
        for story in now.committees() {
            let board = now.board(of: story.number, at: moment)
            let comment: Comment = "committee \(story.number), \(moment), LIGGARE_SEED=\(seed)"
            if Int(story.number.value) <= then.committees().count {
                #expect(board == then.board(of: story.number, at: moment), comment)
                #expect(
                    now.board(of: story.number, told: 1, at: moment)
                        == then.board(of: story.number, told: 1, at: moment), comment)
            } else {
                #expect(board.rows.isEmpty, comment)
            }
        }
    }

    @Test("A seed replays", arguments: [7, 8] as [UInt64])
    func replays(seed: UInt64) throws {
        var (first, second) = (RandomHistory(seed: seed), RandomHistory(seed: seed))
        let acts = try first.scenario(attempts: 40).acts
        #expect(acts == (try second.scenario(attempts: 40).acts))
        #expect(acts.count > [Proposal].municipality.count)
    }
}
