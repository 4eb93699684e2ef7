import Coordinates
import Handlingsplan
import TestSupport
import Testing

@Suite("The whole vocabulary")
struct WholeVocabularyTests {
    /// Commands drawn for each seed.
    private static let attempts = 400

    @Test(
        "Whatever is asked for is refused, or recorded and folded",
        arguments: SeededGenerator.seeds(16))
    func total(seed: UInt64) throws {
        print("LIGGARE_SEED=\(seed)")
        var random = RandomHistory(seed: seed)
        // What no history can hold would be thrown here.
        let ledger = try random.scenario(attempts: Self.attempts)
        for act in ledger.acts { #expect(!act.act.events.isEmpty, "LIGGARE_SEED=\(seed)") }
        let state = ledger.state
        let counts = state.counts()
        #expect(state.committees().allSatisfy { $0.isCovered(by: counts) }, "LIGGARE_SEED=\(seed)")
        #expect(state.documents().allSatisfy { $0.isCovered(by: counts) }, "LIGGARE_SEED=\(seed)")
        #expect(state.areas().allSatisfy { $0.isCovered(by: counts) }, "LIGGARE_SEED=\(seed)")
        #expect(state.goals().allSatisfy { $0.isCovered(by: counts) }, "LIGGARE_SEED=\(seed)")
        #expect(state.guidelines().allSatisfy { $0.isCovered(by: counts) }, "LIGGARE_SEED=\(seed)")
        #expect(state.indicators().allSatisfy { $0.isCovered(by: counts) }, "LIGGARE_SEED=\(seed)")
        #expect(state.actions().allSatisfy { $0.isCovered(by: counts) }, "LIGGARE_SEED=\(seed)")
    }

    @Test(
        "On every day an action that somebody answers for is on that committee's board",
        arguments: SeededGenerator.seeds(8))
    func boards(seed: UInt64) throws {
        print("LIGGARE_SEED=\(seed)")
        var random = RandomHistory(seed: seed)
        let ledger = try random.scenario(attempts: Self.attempts)
        for _ in 0..<10 {
            let day = random.day()
            var shares: [ActionNumber: [CommitteeNumber]] = [:]
            for board in ledger.state.boards(at: ledger.moment(day)) {
                for row in board.rows {
                    shares[row.action.number, default: []].append(board.number)
                }
            }
            for story in ledger.state.actions() {
                let answering = ledger.action(story.number, on: day)?.shares.map(\.committee) ?? []
                #expect(
                    shares[story.number, default: []] == answering,
                    "action \(story.number) on \(day), LIGGARE_SEED=\(seed)")
            }
        }
    }

    @Test("No kind of event is never drawn")
    func canary() throws {
        var kinds: Set<String> = []
        for seed in 1...24 as ClosedRange<UInt64> {
            var random = RandomHistory(seed: seed)
            for act in try random.scenario(attempts: Self.attempts).acts {
                for event in act.act.events {
                    kinds.insert(try #require(Mirror(reflecting: event).children.first?.label))
                }
            }
        }
        let cases = 37
        #expect(kinds.count == cases, "\(kinds.sorted())")
    }
}
