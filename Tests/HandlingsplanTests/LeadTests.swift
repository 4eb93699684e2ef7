import Coordinates
import Handlingsplan
import Testing

@Suite("The lead among several responsible")
struct LeadTests {
    private static let led = Assignees(.committees(["BUN", "SN"]), lead: "BUN")

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "An action is decided with a lead",
            given: .municipality,
            when: on("2014-01-01", .decide(.action("Praktik", by: led, deadline: nil))),
            then: [
                .actionDecided(2, DecidedAction(document: 1, title: "Praktik")),
                .responsibilityAssigned(2, .these([2, 3], lead: 2)),
            ]),
        Outcome(
            "The lead passes to the committee that takes over",
            given: .municipality + [on("2013-06-01", .assign(1, led))],
            when: on("2014-01-01", .transfer(1, from: "BUN", "KS")),
            then: [.responsibilityTransferred(1, from: 2, now: .these([1, 3], lead: 1))]),
        Outcome(
            "The lead stays where another hands over",
            given: .municipality + [on("2013-06-01", .assign(1, led))],
            when: on("2014-01-01", .transfer(1, from: "SN", "KS")),
            then: [.responsibilityTransferred(1, from: 3, now: .these([1, 2], lead: 2))]),
        Outcome(
            "The lead is lost where several take over",
            given: .municipality + [
                on("2013-06-01", .assign(1, led)), on("2013-06-01", .establish("AN")),
            ],
            when: on("2014-01-01", .transfer(1, from: "BUN", "KS", "AN")),
            then: [.responsibilityTransferred(1, from: 2, now: .these([1, 3, 4]))]),
        Outcome(
            "The lead of a committee that ended is its successor's to pass on",
            given: .municipality + [
                on("2013-06-01", .assign(1, led)), on("2013-07-01", .dissolve("BUN", into: "KS")),
                on("2013-07-01", .establish("AN")),
            ],
            when: on("2014-01-01", .transfer(1, from: "KS", "AN")),
            then: [.responsibilityTransferred(1, from: 1, now: .these([3, 4], lead: 4))]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "Who leads also answers",
            given: .municipality,
            when: on("2014-01-01", .assign(1, Assignees(.committees(["BUN", "SN"]), lead: "KS"))),
            then: .leadNotResponsible("KS")),
        Refusal(
            "Who leads is a committee that there is",
            given: .municipality,
            when: on("2014-01-01", .assign(1, Assignees(.all, lead: "AN"))),
            then: .unknownCommittee("AN")),
        Refusal(
            "Nobody leads nobody",
            given: .municipality,
            when: on("2014-01-01", .assign(1, Assignees(.committees([]), lead: "KS"))),
            then: .leadNotResponsible("KS")),
    ]

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    static let cautions: [Caution] = [
        Caution(
            "Several without a lead",
            given: .municipality,
            when: on("2014-01-01", .assign(1, ["BUN", "SN"])),
            then: [.severalWithoutLead(1)]),
        Caution(
            "Several with a lead",
            given: .municipality,
            when: on("2014-01-01", .assign(1, led)),
            then: []),
        Caution(
            "All committees need no lead",
            given: .municipality,
            when: on("2014-01-01", .assign(1, .all)),
            then: []),
        Caution(
            "A transfer that loses the lead",
            given: .municipality + [
                on("2013-06-01", .assign(1, led)), on("2013-06-01", .establish("AN")),
            ],
            when: on("2014-01-01", .transfer(1, from: "BUN", "KS", "AN")),
            then: [.severalWithoutLead(1)]),
    ]

    @Test("is shown under its code of then")
    func shown() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-06-01", .assign(1, Self.led)), on("2014-01-01", .rename("BUN", to: "UN")),
            ])
        #expect(ledger.action(1, on: "2013-12-31")?.lead == "BUN")
        #expect(ledger.action(1, on: "2014-01-01")?.lead == "UN")
    }
}
