import Coordinates
import Handlingsplan
import Testing

@Suite("The life of an action")
struct ActionLifeTests {
    /// Another plan and an action in it: entries 5 and 6.
    static let two: [Proposal] =
        .municipality + [
            on("2013-02-01", .adopt("arbete")),
            on("2013-02-01", .decide(.action("Praktik", by: ["SN"]), in: "arbete")),
        ]
    static let writtenOff = two + [on("2014-02-01", .writeOffAction(1, reason: "inga pengar"))]
    static let superseded = two + [on("2014-02-01", .supersedeAction(1, by: 2))]

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "Several changes at once are one event each, in the order in which they are asked for",
            given: two + [on("2013-02-01", .defineArea("arbete", title: "Arbete"))],
            when: on(
                "2014-01-01",
                .amendAction(
                    2, [.comment("Ny text"), .localNumber("2 A"), .areas([1]), .title("Jobb")])),
            then: [
                .actionAmended(2, .comment("Ny text")), .actionAmended(2, .localNumber("2 A")),
                .actionAmended(2, .areas([1])), .actionAmended(2, .title("Jobb")),
            ]),
        Outcome(
            "An action is carried over into another plan",
            given: two,
            when: on("2014-01-01", .amendAction(1, [.plan("arbete")])),
            then: [.actionAmended(1, .document(2))]),
        Outcome(
            "An action is carried over from a plan that was repealed",
            given: two + [on("2014-01-01", .repeal("integration", successor: "arbete"))],
            when: on("2014-01-02", .amendAction(1, [.plan("arbete")])),
            then: [.actionAmended(1, .document(2))]),
        Outcome(
            "An action is written off, and why",
            given: two,
            when: on("2014-01-01", .writeOffAction(1, reason: "inga pengar")),
            then: [.actionWrittenOff(1, reason: "inga pengar")]),
        Outcome(
            "An action is superseded by another, also of another plan",
            given: two,
            when: on("2014-01-01", .supersedeAction(1, by: 2)),
            then: [.actionSuperseded(1, by: 2)]),
        Outcome(
            "What was written off is reopened",
            given: writtenOff,
            when: on("2014-03-01", .reopen(1)),
            then: [.actionReopened(1, reason: "avslutades för tidigt")]),
        Outcome(
            "What was superseded is reopened",
            given: superseded,
            when: on("2014-03-01", .reopen(1)),
            then: [.actionReopened(1, reason: "avslutades för tidigt")]),
        Outcome(
            "What is reopened can end again, in another way",
            given: writtenOff + [on("2014-03-01", .reopen(1))],
            when: on("2014-04-01", .close(1)),
            then: [.actionClosed(1)]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "To amend is to change something",
            given: two,
            when: on("2014-01-01", .amendAction(1, [])),
            then: .nothingToAmend(1)),
        Refusal(
            "One bad change leaves all undone",
            given: two,
            when: on("2014-01-01", .amendAction(1, [.title("Ny"), .comment(" ")])),
            then: .emptyText(.comment)),
        Refusal(
            "No action is carried over into a plan that was repealed",
            given: two + [on("2014-01-01", .repeal("arbete", successor: nil))],
            when: on("2014-01-01", .amendAction(1, [.plan("arbete")])),
            then: .documentRepealed("arbete", since: "2014-01-01")),
        Refusal(
            "To write off takes a reason",
            given: two,
            when: on("2014-01-01", .writeOffAction(1, reason: "")),
            then: .emptyText(.reason)),
        Refusal(
            "No action supersedes itself",
            given: two,
            when: on("2014-01-01", .supersedeAction(1, by: 1)),
            then: .supersededByItself(1)),
        Refusal(
            "An action is superseded by one that there is",
            given: two,
            when: on("2014-01-01", .supersedeAction(1, by: 3)),
            then: .unknownAction(3, count: 2)),
        Refusal(
            "Two actions do not supersede each other",
            given: superseded,
            when: on("2014-03-01", .supersedeAction(2, by: 1)),
            then: .actionEnded(1, .superseded(by: 2), since: "2014-02-01")),
    ]

    @Test(
        "An ended action refuses all but to be reopened",
        arguments: [
            (writtenOff, .writtenOff), (superseded, .superseded(by: 2)),
            (two + [on("2014-02-01", .close(1))], .closed),
        ] as [([Proposal], ActionStory.Standing)])
    func ended(_ given: [Proposal], _ standing: ActionStory.Standing) throws {
        let ledger = try Scenario(given: given)
        let commands: [Command] = [
            .amend(1, "Ny"), .close(1), .writeOffAction(1, reason: "inga pengar"),
            .supersedeAction(1, by: 2), .assign(1, ["KS"]), .transfer(1, "KS"),
            .deadline(1, "i maj 2015"), .report(1, .ongoing),
            .forecast(1, .uncertain, for: "2014"),
            .linkPartner(.action(1), Partner(name: "Arbetsförmedlingen")),
        ]
        for command in commands {
            #expect(throws: Rejection.actionEnded(1, standing, since: "2014-02-01")) {
                try ledger.when(on("2014-03-01", command))
            }
        }
        #expect(try ledger.when(on("2014-03-01", .reopen(1))).act != nil)
    }

    @Test("How an action ended is shown with its day")
    func shown() throws {
        let ledger = try Scenario(given: Self.superseded + [on("2014-03-01", .reopen(1))])
        let ended = try #require(ledger.action(1, on: "2014-02-15"))
        #expect(ended.standing == .superseded(by: 2))
        #expect(ended.since == "2014-02-01")
        let reopened = try #require(ledger.action(1, on: "2014-03-01"))
        #expect(reopened.isOpen)
        #expect(reopened.since == "2014-03-01")
    }

    @Test("What is amended is shown from its day")
    func amended() throws {
        let ledger = try Scenario(
            given: Self.two + [
                on("2014-01-01", .amendAction(1, [.plan("arbete"), .localNumber("51.3")])),
                on("2014-02-01", .amendAction(1, [.comment("Flyttad")])),
            ])
        let before = try #require(ledger.action(1, on: "2013-12-31"))
        #expect((before.slug, before.localNumber, before.comment) == ("integration", nil, nil))
        let after = try #require(ledger.action(1, on: "2014-02-01"))
        #expect((after.slug, after.localNumber, after.comment) == ("arbete", "51.3", "Flyttad"))
    }

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    static let cautions: [Caution] = [
        Caution(
            "Completed and closed, yet never reported back",
            given: two + [on("2014-01-01", .report(1, .completed))],
            when: on("2014-02-01", .close(1)),
            then: [.completedNotReportedBack(1)]),
        Caution(
            "A report from before the completion did not tell of it",
            given: two + [
                on("2014-01-01", .report(1, .completed)), on("2014-01-15", .tell("KS", from: 6)),
            ],
            when: on("2014-02-01", .close(1)),
            then: [.completedNotReportedBack(1)]),
        Caution(
            "Completed, reported back and closed",
            given: two + [
                on("2014-01-01", .report(1, .completed)), on("2014-01-15", .tell("KS")),
            ],
            when: on("2014-02-01", .close(1)),
            then: []),
        Caution(
            "To write off, to supersede and to carry over rest on decisions",
            given: two,
            when: on("2014-02-01", .amendAction(1, [.plan("arbete")]), decision: nil),
            then: [.missingDecision]),
        Caution(
            "An action that is carried over brings its deadline, which may be after the new plan",
            given: .municipality + [on("2013-02-01", .adopt("arbete", through: "2014-06-30"))],
            when: on("2014-02-01", .amendAction(1, [.plan("arbete")])),
            then: [
                .deadlineAfterPlan(1, latest: "2014-12-31", "arbete", lastDay: "2014-06-30")
            ]),
    ]
}
