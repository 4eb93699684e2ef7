import Coordinates
import Handlingsplan
import Testing

@Suite("What a summary takes in")
struct SummaryScopeTests {
    /// Beside the policy and the plan that carries it out, another plan, 3, with an area and three
    /// actions: one tied to the policy's area Bostad, one to its own, one to none.
    private static func ledger() throws -> Chronicle {
        try .municipality().with(
            .on("2018-01-01", .decide(1)),
            .on(
                "2018-01-01",
                .planAdopted(3, Adoption(slug: "verksamhetsplan", title: "Verksamhetsplan")),
                .areaDefined(3, 3, title: "Drift")),
            .on(
                "2018-01-01", .decide(2, in: 3, areas: [2]), .decide(3, in: 3, areas: [3]),
                .decide(4, in: 3)))
    }

    struct Example: Sendable {
        let document: DocumentNumber?
        let count: Int
        let areas: [String]
    }

    @Test(
        "is the ledger, a plan, or a policy with what carries it out",
        arguments: [
            Example(document: nil, count: 4, areas: ["1: 0", "2: 1", "3: 1", "–: 2"]),
            Example(document: 1, count: 2, areas: ["1: 0", "2: 1", "–: 1"]),
            Example(document: 2, count: 1, areas: ["1: 0", "2: 0", "–: 1"]),
            Example(document: 3, count: 3, areas: ["2: 1", "3: 1", "–: 1"]),
        ])
    func document(_ example: Example) throws {
        let ledger = try Self.ledger()
        let summary = ledger.state.summary(
            of: example.document, at: ledger.moment("2018-02-01"))
        #expect(summary.document == example.document)
        #expect(summary.whole.count == example.count)
        #expect(summary.areas.map(\.count) == example.areas)
    }

    @Test("An action that is carried over moves to the other plan on its day")
    func carriedOver() throws {
        let ledger = try Self.ledger().with(
            .on("2018-07-01", .actionAmended(1, .document(3))))
        func count(_ document: DocumentNumber, _ day: CalendarDate) -> Int {
            ledger.state.summary(of: document, at: ledger.moment(day)).whole.count
        }
        #expect(count(2, "2018-06-30") == 1)
        #expect(count(2, "2018-07-01") == 0)
        #expect(count(3, "2018-06-30") == 3)
        #expect(count(3, "2018-07-01") == 4)
    }

    @Test("A repealed document's areas are listed where an action is still tied to them")
    func repealed() throws {
        let ledger = try Self.ledger().with(
            .on("2018-07-01", .documentRepealed(1, successor: nil)))
        let summary = ledger.state.summary(of: nil, at: ledger.moment("2018-07-01"))
        #expect(summary.areas.map(\.count) == ["2: 1", "3: 1", "–: 2"])
    }

    @Test("An area or an action that was corrected away is counted no more, but was")
    func corrected() throws {
        let ledger = try Self.ledger().with(
            .on("2018-07-01", .correct(6)), .on("2018-07-01", .correct(5)))
        func areas(_ known: Position) -> [String] {
            ledger.state.summary(of: nil, at: ledger.moment("2018-07-01", known: known))
                .areas.map(\.count)
        }
        #expect(areas(7) == ["1: 0", "2: 1", "3: 1", "–: 2"])
        #expect(areas(8) == ["1: 0", "2: 1", "–: 3"])
        #expect(areas(9) == ["1: 0", "2: 1", "–: 2"])
    }
}

extension AreaSummary {
    fileprivate var count: String { "\(area.map(\.description) ?? "–"): \(tally.count)" }
}
