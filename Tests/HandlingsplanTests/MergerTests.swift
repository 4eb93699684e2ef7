import Coordinates
import Handlingsplan
import Testing

@Suite("Committees that merge")
struct MergerTests {
    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "Committees become part of another, in ascending order, each once",
            given: .municipality,
            when: on("2014-01-01", .merge("SN", "BUN", "SN", into: .existing("KS"))),
            then: [.committeesMerged([2, 3], into: 1)]),
        Outcome(
            "A new committee takes over the code of one that ends in it",
            given: .municipality,
            when: on("2014-01-01", .merge("BUN", "SN", into: .new("BUN", "Bildningsnämnden"))),
            then: [
                .committeeEstablished(4, Naming(code: "BUN", name: "Bildningsnämnden")),
                .committeesMerged([2, 3], into: 4),
            ]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "A merger is of some committee",
            given: .municipality,
            when: on("2014-01-01", .merge(into: .new("BN"))),
            then: .nothingToMerge),
        Refusal(
            "A new committee does not take a code from one that goes on",
            given: .municipality,
            when: on("2014-01-01", .merge("BUN", "SN", into: .new("KS"))),
            then: .codeTaken("KS", name: "Kommunstyrelsen")),
        Refusal(
            "No committee becomes part of itself",
            given: .municipality,
            when: on("2014-01-01", .merge("BUN", "SN", into: .existing("SN"))),
            then: .successorIsItself("SN")),
        Refusal(
            "Committees do not become part of each other, back and forth",
            given: .municipality + [on("2015-01-01", .merge("KS", into: .existing("SN")))],
            when: on("2014-01-01", .merge("BUN", "SN", into: .existing("KS"))),
            then: .successorIsItself("SN")),
        Refusal(
            "A merged committee receives no action, and whoever asks is told where to",
            given: .municipality + [on("2014-01-01", .merge("SN", into: .existing("KS")))],
            when: on("2014-01-01", .assign(1, ["SN"])),
            then: .committeeDissolved("SN", successor: "KS")),
        Refusal(
            "A committee that is to end later does not end before that in another way",
            given: .municipality + [on("2015-01-01", .merge("BUN", into: .existing("SN")))],
            when: on("2014-01-01", .merge("BUN", into: .existing("KS"))),
            then: .committeeEndsLater("BUN", from: "2015-01-01")),
    ]

    @Test("pass their actions on by themselves, from the day of the merger")
    func passOn() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-01", .decide(.action("Praktik", by: ["SN"]))),
                on("2014-02-01", .report(1, .ongoing)),
                on("2015-01-01", .merge("BUN", "SN", into: .new("BUN", "Bildningsnämnden"))),
            ])
        #expect(try ledger.board("BUN", on: "2014-12-31").titles == ["Läxhjälp"])
        let after = try ledger.board("BUN", on: "2015-01-01")
        #expect(after.committee.name == "Bildningsnämnden")
        #expect(
            after.lines == [
                "1 Läxhjälp: ongoing since 2014-02-01, overdue",
                "2 Praktik: not-started, overdue",
            ])
        #expect(try ledger.board("SN", on: "2015-01-01").lines == [])
        #expect(try ledger.board("SN", on: "2015-01-01", known: 6).titles == ["Praktik"])
    }

    @Test("leave an action that both answered for to one committee alone")
    func shared() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .assign(1, Assignees(.committees(["BUN", "SN"]), lead: "SN"))),
                on("2014-01-01", .merge("BUN", "SN", into: .existing("KS"))),
            ])
        let action = try #require(ledger.action(1, on: "2014-01-01"))
        #expect(action.shares.map(\.code) == ["KS"])
        #expect(action.lead == "KS")
    }

    @Test("come apart again where the merger is corrected")
    func corrected() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-01", .merge("BUN", "SN", into: .existing("KS"))),
                on("2014-01-01", .correct(5)),
            ])
        #expect(try ledger.board("KS", on: "2014-01-01", known: 5).titles == ["Läxhjälp"])
        #expect(try ledger.board("KS", on: "2014-01-01").titles == [])
        #expect(try ledger.board("BUN", on: "2014-01-01").titles == ["Läxhjälp"])
    }
}
