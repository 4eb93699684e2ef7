import Coordinates
import Handlingsplan
import Testing

@Suite("The changes between two moments")
struct ActionChangeTests {
    private static func ledger() throws -> Chronicle {
        try .municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2)),
            .on("2018-01-01", .decide(2, "Tolkar"), .assign(2, 3)),
            .on("2018-06-01", .report(1, .ongoing, by: 2), .actionAmended(1, .title("Läxor"))),
            .on("2018-06-01", .decide(3, "Boende", in: 1)))
    }

    @Test("are of the actions that differ, by number, and mark those that are new")
    func differing() throws {
        let ledger = try Self.ledger()
        let changes = ledger.state.changes(
            from: ledger.moment("2018-05-31"), to: ledger.moment("2018-06-01"), of: nil)
        #expect(
            changes.map(\.lines) == [
                ["1 Läxor", "title: Läxhjälp → Läxor", "status BUN: not-started → ongoing"],
                ["3 Boende, new", "standing: – → open"],
            ])
        #expect(changes.map(\.slug) == ["plan-2018", "integration"])
    }

    @Test("are none between equal moments, and none before the first action")
    func none() throws {
        let ledger = try Self.ledger()
        let (early, late) = (ledger.moment("2017-01-01"), ledger.moment("2018-06-01"))
        #expect(ledger.state.changes(from: late, to: late, of: nil).isEmpty)
        #expect(ledger.state.changes(from: early, to: early, of: nil).isEmpty)
    }

    @Test("tell what became known of the same day")
    func known() throws {
        let ledger = try Self.ledger()
        let changes = ledger.state.changes(
            from: ledger.moment("2018-06-01", known: 6),
            to: ledger.moment("2018-06-01", known: 7), of: nil)
        #expect(changes.map(\.number) == [1])
    }

    @Test("tell that a correction took an action away, under the name it had")
    func corrected() throws {
        let ledger = try Self.ledger().with(.on("2018-07-01", .correct(6)))
        let changes = ledger.state.changes(
            from: ledger.moment("2018-07-01", known: 8), to: ledger.moment("2018-07-01"), of: nil)
        #expect(changes.map(\.lines) == [["2 Tolkar", "standing: open → –"]])
    }

    @Test(
        "are of the document that had the action at either moment",
        arguments: [(1, [1, 3]), (2, [1]), (3, [1])] as [(DocumentNumber, [ActionNumber])])
    func document(_ document: DocumentNumber, _ numbers: [ActionNumber]) throws {
        let ledger = try Self.ledger().with(
            .on("2018-01-01", .planAdopted(3, Adoption(slug: "plan-2019", title: "Plan 2019"))),
            .on("2018-06-01", .actionAmended(1, .document(3))))
        let changes = ledger.state.changes(
            from: ledger.moment("2018-05-31"), to: ledger.moment("2018-06-01"), of: document)
        #expect(changes.map(\.number) == numbers)
    }
}

extension ActionChange {
    fileprivate var lines: [String] {
        ["\(number) \(title)\(isNew ? ", new" : "")"] + differences.map(\.line)
    }
}
