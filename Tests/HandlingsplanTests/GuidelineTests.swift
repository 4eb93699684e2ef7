import Coordinates
import Handlingsplan
import Testing

@Suite("Guidelines for improvement")
struct GuidelineTests {
    private static func guideline(
        to addressees: CommitteeCode..., by issuer: CommitteeCode? = nil, period: Period? = nil,
        deadline: String? = nil
    ) -> Command {
        .issueGuideline(
            NewGuideline(
                document: "integration", issuer: issuer, addressees: addressees,
                text: "Fler praktikplatser", period: period, deadline: deadline))
    }

    private static let issued = Guideline(
        document: 1, issuer: 1, addressees: [2, 3], text: "Fler praktikplatser")

    /// KS follows up, and has asked BUN and SN for more: entries 5 to 7.
    static let asked: [Proposal] =
        .municipality + [
            on("2013-01-01", .setFollowUpCycle("integration", by: "KS", text: "varje år")),
            on("2014-01-01", .holdFollowUp("integration", by: nil, "2013", summary: nil)),
            on("2014-01-01", guideline(to: "BUN", "SN")),
        ]

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "A guideline is issued by the committee that follows up, to each addressee once",
            given: asked,
            when: on("2014-02-01", guideline(to: "SN", "BUN", "SN")),
            then: [.guidelineIssued(2, issued)]),
        Outcome(
            "It may come from a follow-up, and be answered by a day",
            given: asked,
            when: on(
                "2014-02-01", guideline(to: "BUN", period: "2013", deadline: "senast 2014-05-31")),
            then: [
                .guidelineIssued(
                    2,
                    Guideline(
                        document: 1, issuer: 1, addressees: [2], text: "Fler praktikplatser",
                        period: "2013",
                        deadline: Deadline(
                            text: "senast 2014-05-31",
                            reading: DeadlineReading(
                                mode: .by, precision: .day, latest: "2014-05-31"))))
            ]),
        Outcome(
            "The only addressee answers without being named",
            given: asked + [on("2014-02-01", guideline(to: "BUN"))],
            when: on("2014-03-01", .answerGuideline(2, by: nil, text: "Tio till")),
            then: [.guidelineAnswered(2, GuidelineAnswer(committee: 2, text: "Tio till"))]),
        Outcome(
            "One of several says which it is",
            given: asked,
            when: on("2014-03-01", .answerGuideline(1, by: "SN", text: "Tio till")),
            then: [.guidelineAnswered(1, GuidelineAnswer(committee: 3, text: "Tio till"))]),
        Outcome(
            "A successor answers what its predecessor was asked",
            given: asked + [on("2014-02-01", .merge("BUN", "SN", into: .new("BN")))],
            when: on("2014-03-01", .answerGuideline(1, by: nil, text: "Tio till")),
            then: [.guidelineAnswered(1, GuidelineAnswer(committee: 4, text: "Tio till"))]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "A guideline goes to somebody",
            given: asked,
            when: on("2014-02-01", guideline()),
            then: .noAddressee),
        Refusal(
            "Where no committee follows up, one must be named",
            given: .municipality,
            when: on("2014-02-01", guideline(to: "BUN")),
            then: .noFollowUpCommittee("integration")),
        Refusal(
            "A committee that ended is asked nothing",
            given: asked + [on("2014-01-15", .dissolve("SN", into: "KS"))],
            when: on("2014-02-01", guideline(to: "SN")),
            then: .committeeDissolved("SN", successor: "KS")),
        Refusal(
            "Only a guideline that was issued is answered",
            given: asked,
            when: on("2014-03-01", .answerGuideline(2, by: "SN", text: "Tio till")),
            then: .unknownGuideline(2, count: 1)),
        Refusal(
            "It is not answered before it is issued",
            given: asked,
            when: on("2013-12-31", .answerGuideline(1, by: "SN", text: "Tio till")),
            then: .unknownGuideline(1, count: 1)),
        Refusal(
            "One of several must say which it is",
            given: asked,
            when: on("2014-03-01", .answerGuideline(1, by: nil, text: "Tio till")),
            then: .severalAddressed(1, ["BUN", "SN"])),
        Refusal(
            "Only an addressee answers",
            given: asked,
            when: on("2014-03-01", .answerGuideline(1, by: "KS", text: "Tio till")),
            then: .notAddressed(1, "KS", addressees: ["BUN", "SN"])),
        Refusal(
            "An addressee that ended without a successor does not answer",
            given: asked + [
                on("2014-02-01", guideline(to: "BUN")), on("2014-02-15", .dissolve("BUN")),
            ],
            when: on("2014-03-01", .answerGuideline(2, by: nil, text: "Tio till")),
            then: .committeeDissolved("BUN", successor: nil)),
    ]

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    static let cautions: [Caution] = [
        Caution(
            "A guideline from a follow-up that nobody held",
            given: asked,
            when: on("2014-02-01", guideline(to: "BUN", period: "2012")),
            then: [.guidelineWithoutFollowUp("integration", "2012")]),
        Caution(
            "A guideline from a follow-up that was held",
            given: asked,
            when: on("2014-02-01", guideline(to: "BUN", period: "2013")),
            then: []),
    ]

    @Test("answered by one addressee wait for the other")
    func oneAnswered() throws {
        let ledger = try Scenario(
            given: Self.asked + [on("2014-03-01", .answerGuideline(1, by: "SN", text: "Tio till"))])
        let story = ledger.state.guidelines()[0]
        #expect(story.guideline.value(at: ledger.moment("2014-03-01")) == Self.issued)
        #expect(
            story.answers.visible(at: ledger.moment("2014-03-01")).map(\.value)
                == [GuidelineAnswer(committee: 3, text: "Tio till")])
        #expect(story.answers.visible(at: ledger.moment("2014-02-28")).isEmpty)
        let waiting = try ledger.when(
            on("2014-04-01", .answerGuideline(1, by: "BUN", text: "Fem till")))
        #expect(waiting.act != nil)
    }
}
