import Coordinates
import Handlingsplan
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
        #expect(ledger.actionsRead() == [17])

        let own = ledger.known(to: 2, on: "2018-02-28", heldBy: chronicle.last)
        #expect(own.rows.map(\.number) == [501])
        #expect(ledger.actionsRead() == [501])

        let told = ledger.known(to: 2, on: "2018-03-01", heldBy: chronicle.last)
        #expect(told.rows.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8, 501])
        #expect(ledger.actionsRead().count < 20)
    }
}
