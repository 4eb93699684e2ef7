import Coordinates
import Handlingsplan
import Synchronization
import Testing

@Suite("The cost of knowing what a committee knew")
struct KnowledgeCostTests {
    /// 500 actions of nobody's, entries 5 to 504, one of BUN's, 505, and a report to BUN on
    /// everything up to action 8.
    private static func ledger() throws -> Chronicle {
        var ledger = try Chronicle.municipality()
        for number in 1...500 as ClosedRange<UInt32> {
            try ledger.record(.on("2018-01-01", .decide(ActionNumber(number))))
        }
        return try ledger.with(
            .on("2018-01-01", .decide(501), .assign(501, 2)),
            .on("2018-03-01", .tell(2, .everything, from: 12)))
    }

    @Test("A narrow question reads the stories that it is about, and few others")
    func narrow() throws {
        let chronicle = try Self.ledger()
        let ledger = WatchedLedger(chronicle.state)
        let asked = ledger.known(
            to: 2, on: "2018-03-01", heldBy: chronicle.last, scope: .actions([17]))
        #expect(asked.rows.map(\.number) == [17])
        #expect(ledger.read() == [17])

        let own = ledger.known(to: 2, on: "2018-02-28", heldBy: chronicle.last)
        #expect(own.rows.map(\.number) == [501])
        #expect(ledger.read() == [501])

        let told = ledger.known(to: 2, on: "2018-03-01", heldBy: chronicle.last)
        #expect(told.rows.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8, 501])
        #expect(ledger.read().count < 20)
    }
}

/// A ledger that remembers which actions were read.
private final class WatchedLedger: LedgerReading {
    private let state: LedgerState
    private let numbers = Mutex<Set<ActionNumber>>([])

    init(_ state: LedgerState) { self.state = state }

    /// Those read since it was last asked.
    func read() -> Set<ActionNumber> {
        numbers.withLock { numbers in
            defer { numbers = [] }
            return numbers
        }
    }

    func action(_ number: ActionNumber) -> ActionStory? {
        numbers.withLock { _ = $0.insert(number) }
        return state.action(number)
    }

    var size: TreeSize { state.size }
    func committees() -> [CommitteeStory] { state.committees() }
    func documents() -> [DocumentStory] { state.documents() }
    func areas() -> [AreaStory] { state.areas() }
    func goals() -> [GoalStory] { state.goals() }
    func guidelines() -> [GuidelineStory] { state.guidelines() }
    func indicators() -> [IndicatorStory] { state.indicators() }
    func settings() -> SettingsStory { state.settings() }
    func keys() -> KeyRegister { state.keys() }
    func counts() -> LedgerCounts { state.counts() }
    func actions(everOn list: ActionList) -> [ActionNumber] { state.actions(everOn: list) }
    func corrections(of entry: Position) -> EntryCorrections { state.corrections(of: entry) }
}
