import Handlingsplan
import Testing

/// What is recorded all the same, and what the user is told to look at.
struct Caution: CustomTestStringConvertible, Sendable {
    let claim: String
    let given: [Proposal]
    let when: Proposal
    let then: [Warning]

    init(_ claim: String, given: [Proposal], when: Proposal, then: [Warning]) {
        (self.claim, self.given, self.when, self.then) = (claim, given, when, then)
    }

    var testDescription: String { claim }

    func check() throws {
        #expect(try Scenario(given: given).when(when).warnings == then)
    }
}

@Suite("What is warned about, and recorded")
struct WarningTests {
    @Test("Warned", arguments: actions + committees + references)
    func warned(_ example: Caution) throws { try example.check() }

    static let actions: [Caution] = [
        Caution(
            "An action with one responsible and a plain deadline needs no second look",
            given: .municipality,
            when: on("2014-01-01", .decide(.action("Praktik", by: ["SN"]))),
            then: []),
        Caution(
            "An action that nobody answers for and that has no deadline",
            given: .municipality,
            when: on("2014-01-01", .decide(.action("Praktik", by: [], deadline: nil))),
            then: [.noResponsible(2), .noDeadline(2)]),
        Caution(
            "Taking the last responsible away",
            given: .municipality,
            when: on("2014-01-01", .assign(1, [])),
            then: [.noResponsible(1)]),
        Caution(
            "A deadline that cannot be read is kept as it is written",
            given: .municipality,
            when: on("2014-01-01", .deadline(1, "när det finns pengar")),
            then: [.unreadDeadline(1, text: "när det finns pengar")]),
        Caution(
            "Innan a month is read strictly, though during it can be meant",
            given: .municipality,
            when: on("2013-06-01", .deadline(1, "Klart innan januari 2014.")),
            then: [
                .beforeReadStrictly(1, text: "Klart innan januari 2014.", latest: "2013-12-31")
            ]),
        Caution(
            "From completed back to ongoing is an unusual step",
            given: .municipality + [on("2014-01-01", .report(1, .completed))],
            when: on("2014-02-01", .report(1, .ongoing)),
            then: [.unusualStep(1, from: .completed, to: .ongoing)]),
        Caution(
            "Completed, said twice, is no step at all",
            given: .municipality + [on("2014-01-01", .report(1, .completed))],
            when: on("2014-02-01", .report(1, .completed)),
            then: []),
    ]

    static let committees: [Caution] = [
        Caution(
            "A committee dissolved without a successor leaves its open actions behind",
            given: .municipality + [
                on("2013-02-01", .decide(.action("Praktik", by: ["BUN", "SN"]))),
                on("2013-02-01", .decide(.action("Simskola", by: ["BUN"]))),
                on("2013-02-01", .decide(.action("Tolkar", by: ["SN"]))),
                on("2013-12-01", .close(3)),
            ],
            when: on("2014-01-01", .dissolve("BUN")),
            then: [.actionsLeft("BUN", [1, 2])]),
        Caution(
            "It also leaves what it had inherited",
            given: .municipality + [on("2013-12-01", .dissolve("BUN", into: "SN"))],
            when: on("2014-01-01", .dissolve("SN")),
            then: [.actionsLeft("SN", [1])]),
        Caution(
            "What is laid on all committees is not left behind by one",
            given: .municipality + [on("2013-12-01", .assign(1, .all))],
            when: on("2014-01-01", .dissolve("BUN")),
            then: []),
        Caution(
            "A merger leaves nothing behind",
            given: .municipality,
            when: on("2014-01-01", .dissolve("BUN", into: "KS")),
            then: []),
    ]

    static let references: [Caution] = [
        Caution(
            "A day more than a year away may be a slip of the pen",
            given: .municipality,
            when: on("2041-01-01", .amend(1, "Läxhjälp i skolan")),
            then: [.effectiveFarFromToday("2041-01-01")]),
        Caution(
            "The same goes for the past, from 367 days on",
            given: .municipality,
            when: on("2013-05-30", .amend(1, "Läxhjälp i skolan")),
            then: [.effectiveFarFromToday("2013-05-30")]),
        Caution(
            "366 days are near enough",
            given: .municipality,
            when: on("2013-05-31", .amend(1, "Läxhjälp i skolan")),
            then: []),
        Caution(
            "A close rests on a decision",
            given: .municipality,
            when: on("2014-01-01", .close(1), decision: nil),
            then: [.missingDecision]),
        Caution(
            "A status report does not",
            given: .municipality,
            when: on("2014-01-01", .report(1, .ongoing), decision: nil),
            then: []),
    ]

    @Test(
        "What a political body decides rests on a decision",
        arguments: [
            .establish("AN"), .rename("SN", to: "VN"), .dissolve("SN"), .adopt("folkhalsa"),
            .decide(.action("Praktik", by: ["SN"])), .close(1),
        ] as [Command])
    func restsOnDecision(_ command: Command) throws {
        let ledger = try Scenario(given: .municipality)
        let decision = try ledger.when(on("2014-01-01", command, decision: nil))
        #expect(decision.warnings == [.missingDecision])
    }
}
