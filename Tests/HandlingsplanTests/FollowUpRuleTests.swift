import Coordinates
import Handlingsplan
import Testing

@Suite("The rules on follow-ups")
struct FollowUpRuleTests {
    private static let yearly = Deadline(
        text: "varje år", reading: readDeadline("varje år", given: "2013-01-01"))

    /// KS follows the plan up every year: entry 5.
    static let cycle: [Proposal] =
        .municipality + [
            on("2013-01-01", .setFollowUpCycle("integration", by: "KS", text: "varje år"))
        ]

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "A document is followed up by a committee, as often as its words say",
            given: .municipality,
            when: on("2013-01-01", .setFollowUpCycle("integration", by: "KS", text: "varje år")),
            then: [.followUpCycleSet(1, FollowUpCycle(committee: 1, deadline: yearly))]),
        Outcome(
            "Whoever follows up is the committee of the cycle",
            given: cycle,
            when: on("2014-01-01", .holdFollowUp("integration", by: nil, "2013", summary: nil)),
            then: [.followUpHeld(1, FollowUp(committee: 1, period: "2013"))]),
        Outcome(
            "Its successor follows up after it",
            given: cycle + [on("2013-06-01", .dissolve("KS", into: "SN"))],
            when: on("2014-01-01", .holdFollowUp("integration", by: nil, "2013", summary: nil)),
            then: [.followUpHeld(1, FollowUp(committee: 3, period: "2013"))]),
        Outcome(
            "Another committee may follow up as well, in the middle of a period",
            given: cycle,
            when: on("2014-01-01", .holdFollowUp("integration", by: "SN", "2014", summary: "Bra")),
            then: [.followUpHeld(1, FollowUp(committee: 3, period: "2014", summary: "Bra"))]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "Without a cycle, somebody must be named",
            given: .municipality,
            when: on("2014-01-01", .holdFollowUp("integration", by: nil, "2013", summary: nil)),
            then: .noFollowUpCommittee("integration")),
        Refusal(
            "Nothing is followed up before it begins",
            given: cycle,
            when: on("2013-12-31", .holdFollowUp("integration", by: nil, "2014", summary: nil)),
            then: .periodNotBegun("2014")),
        Refusal(
            "A committee that ended without a successor follows nothing up",
            given: cycle + [on("2013-06-01", .dissolve("KS"))],
            when: on("2014-01-01", .holdFollowUp("integration", by: nil, "2013", summary: nil)),
            then: .committeeDissolved("KS", successor: nil)),
        Refusal(
            "A summary says something",
            given: cycle,
            when: on("2014-01-01", .holdFollowUp("integration", by: nil, "2013", summary: "")),
            then: .emptyText(.summary)),
    ]

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    private static let followUp2013 = on(
        "2014-01-01", .holdFollowUp("integration", by: nil, "2013", summary: nil))

    static let cautions: [Caution] = [
        Caution(
            "A committee that has said nothing within the period",
            given: cycle,
            when: followUp2013,
            then: [.staleStatus(1, "BUN", reported: nil, since: "2013-01-01")]),
        Caution(
            "A status from before the period is stale",
            given: cycle + [on("2013-02-01", .report(1, .ongoing))],
            when: on("2014-01-01", .holdFollowUp("integration", by: nil, "2013-T3", summary: nil)),
            then: [.staleStatus(1, "BUN", reported: "2013-02-01", since: "2013-09-01")]),
        Caution(
            "A status from within the period is not",
            given: cycle + [on("2013-02-01", .report(1, .ongoing))],
            when: followUp2013,
            then: []),
        Caution(
            "Nobody reports again what is completed",
            given: cycle + [on("2013-02-01", .report(1, .completed))],
            when: on("2014-01-01", .holdFollowUp("integration", by: nil, "2013-T3", summary: nil)),
            then: []),
        Caution(
            "What recurs is never completed for good",
            given: cycle + [
                on("2013-01-01", .deadline(1, "årligen")), on("2013-02-01", .report(1, .completed)),
            ],
            when: on("2014-01-01", .holdFollowUp("integration", by: nil, "2013-T3", summary: nil)),
            then: [.staleStatus(1, "BUN", reported: "2013-02-01", since: "2013-09-01")]),
        Caution(
            "Each committee's share is stale by itself",
            given: cycle + [
                on("2013-01-01", .assign(1, .all)),
                on("2013-02-01", .report(1, .ongoing, by: "SN")),
            ],
            when: followUp2013,
            then: [
                .staleStatus(1, "KS", reported: nil, since: "2013-01-01"),
                .staleStatus(1, "BUN", reported: nil, since: "2013-01-01"),
            ]),
        Caution(
            "What was decided within the period, or has ended, or lies in another plan",
            given: cycle + [
                on("2013-02-01", .decide(.action("Praktik", by: ["SN"]))),
                on("2013-02-01", .adopt("arbete")),
                on("2013-01-01", .decide(.action("Tolkar", by: ["SN"]))),
                on("2013-03-01", .amendAction(3, [.plan("arbete")])),
                on("2013-03-01", .close(1)),
            ],
            when: followUp2013,
            then: []),
    ]
}
