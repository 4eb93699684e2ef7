import Coordinates
import Handlingsplan
import Testing

@Suite("The differences between two states of an action")
struct DifferenceTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let events: [Event]
        let lines: [String]

        init(_ description: String, _ events: Event..., lines: [String]) {
            testDescription = description
            self.events = events
            self.lines = lines
        }
    }

    /// From an action of BUN's with a title and a deadline, both on 2018-01-01.
    static let examples: [Example] = [
        Example("nothing", lines: []),
        Example(
            "title", .actionAmended(1, .title("Läxor")), lines: ["title: Läxhjälp → Läxor"]),
        Example(
            "local number", .actionAmended(1, .localNumber("A21. 2")),
            lines: ["local-number: – → A21. 2"]),
        Example(
            "plan", .actionAmended(1, .document(1)), lines: ["plan: plan-2018 → integration"]),
        Example("closed", .actionClosed(1), lines: ["standing: open → closed"]),
        Example(
            "written off", .actionWrittenOff(1, reason: "inga medel"),
            lines: ["standing: open → written-off"]),
        Example(
            "superseded", .actionSuperseded(1, by: 2),
            lines: ["standing: open → superseded by 2"]),
        Example(
            "a first report", .report(1, .paused, by: 2),
            lines: ["status BUN: not-started → paused"]),
        Example("a report that says the same", .report(1, .notStarted, by: 2), lines: []),
        Example(
            "forecast", .forecast(1, .notExpected, "2018", by: 2),
            lines: ["forecast BUN: – → not-expected 2018"]),
        Example(
            "deadline", .deadline(1, "snarast"), lines: ["deadline: 2018-12-31 → snarast"]),
        Example(
            "the deadline's words read otherwise",
            .deadlineSet(
                1,
                Deadline(
                    text: "2018-12-31", reading: DeadlineReading(mode: .by, latest: "2019-12-31"))),
            lines: ["deadline: 2018-12-31 → 2019-12-31"]),
        Example(
            "the deadline's words not read any more",
            .deadlineSet(1, Deadline(text: "2018-12-31", reading: nil)),
            lines: ["deadline: 2018-12-31 → –"]),
        Example(
            "one more responsible, and a lead",
            .responsibilityAssigned(1, .these([2, 3], lead: 3)),
            lines: ["responsible: BUN → BUN, SN", "lead: – → SN"]),
        Example(
            "one more responsible, who has reported", .assign(1, 2, 3),
            .report(1, .ongoing, by: 3),
            lines: ["status SN: – → ongoing", "responsible: BUN → BUN, SN"]),
        Example("nobody responsible", .assign(1), lines: ["responsible: BUN → –"]),
        Example(
            "all responsible", .responsibilityAssigned(1, .all),
            lines: ["responsible: BUN → all"]),
        Example(
            "all of a day responsible",
            .responsibilityAssigned(1, Responsible(.allAsOf("2018-01-01"))),
            lines: ["responsible: BUN → all-as-of 2018-01-01"]),
        Example("areas", .actionAmended(1, .areas([1, 2])), lines: ["areas: – → 1, 2"]),
        Example("goals", .actionAmended(1, .goals([1])), lines: ["goals: – → 1"]),
        Example("comment", .actionAmended(1, .comment("ny")), lines: ["comment: – → ny"]),
        Example(
            "partners", .partnerLinked(.action(1), Partner(name: "Röda Korset", role: "värd")),
            .partnerLinked(.action(1), Partner(name: "ABF")),
            lines: ["partners: – → Röda Korset (värd), ABF"]),
        Example(
            "a committee renamed", .committeeRenamed(2, Naming(code: "UN", name: "Utbildning")),
            lines: []),
        Example(
            "a committee merged into another", .committeesMerged([2], into: 3),
            lines: ["responsible: BUN → SN"]),
        Example(
            "all at once, in the order of the fields", .actionAmended(1, .comment("ny")),
            .forecast(1, .expected, "2018", by: 2), .report(1, .ongoing, by: 2),
            .actionAmended(1, .title("Läxor")),
            lines: [
                "title: Läxhjälp → Läxor", "status BUN: not-started → ongoing",
                "forecast BUN: – → expected 2018", "comment: – → ny",
            ]),
    ]

    @Test("say what became otherwise, and from what", arguments: examples)
    func lines(_ example: Example) throws {
        let ledger = try Self.ledger().with(Act(effective: "2018-06-01", events: example.events))
        let earlier = ledger.action(1, on: "2018-05-31")
        let later = try #require(ledger.action(1, on: "2018-06-01"))
        #expect(later.differences(from: earlier).map(\.line) == example.lines)
    }

    @Test("go from nothing to its standing alone, for an action that was not there, and back")
    func absent() throws {
        let ledger = try Self.ledger()
        let state = try #require(ledger.action(1, on: "2018-06-01"))
        #expect(ledger.action(1, on: "2017-12-31") == nil)
        #expect(state.differences(from: nil).map(\.line) == ["standing: – → open"])
        #expect(Difference.between(state, nil).map(\.line) == ["standing: open → –"])
        #expect(Difference.between(nil, nil).isEmpty)
    }

    private static func ledger() throws -> Chronicle {
        try .municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2), .deadline(1, "2018-12-31")),
            .on(
                "2018-01-01", .decide(2, "Tolkar"), .goalSet(1, Goal(document: 2, title: "Alla")))
        )
    }
}
