import Coordinates
import Handlingsplan
import Testing

@Suite("Areas and goals")
struct AreaAndGoalTests {
    /// An area and a goal of the plan: entries 5 and 6.
    static let work: [Proposal] =
        .municipality + [
            on("2013-02-01", .defineArea("integration", title: "Arbete")),
            on("2013-02-01", .setGoal("integration", NewGoal(title: "Egen försörjning", area: 1))),
        ]

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "Areas are numbered through all documents",
            given: work + [on("2013-02-01", .adoptPolicy("folkhalsa"))],
            when: on("2014-01-01", .defineArea("folkhalsa", title: "Matvanor")),
            then: [.areaDefined(2, 2, title: "Matvanor")]),
        Outcome(
            "A goal lies in an area, and has a term that is kept verbatim",
            given: work,
            when: on(
                "2014-01-01",
                .setGoal(
                    "integration",
                    NewGoal(title: "Alla läser", area: 1, deadline: "senast 2016-12-31"))),
            then: [
                .goalSet(
                    2,
                    Goal(
                        document: 1, area: 1, title: "Alla läser",
                        deadline: Deadline(
                            text: "senast 2016-12-31",
                            reading: DeadlineReading(
                                mode: .by, precision: .day, latest: "2016-12-31"))))
            ]),
        Outcome(
            "An action is tied to areas and goals, in ascending order, each once",
            given: work + [on("2013-02-01", .defineArea("integration", title: "Språk"))],
            when: on(
                "2014-01-01",
                .decide(
                    NewAction(
                        title: "Praktik", responsible: .all, deadline: nil, localNumber: "A21. 2.2",
                        areas: [2, 1, 2], goals: [1]))),
            then: [
                .actionDecided(
                    2,
                    DecidedAction(
                        document: 1, title: "Praktik", localNumber: "A21. 2.2", areas: [1, 2],
                        goals: [1])),
                .responsibilityAssigned(2, .all),
            ]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "A goal does not lie in an area that nobody defined",
            given: work,
            when: on("2014-01-01", .setGoal("integration", NewGoal(title: "Mål", area: 2))),
            then: .unknownArea(2, count: 1)),
        Refusal(
            "An area is unknown before the day on which it is defined",
            given: work,
            when: on("2013-01-31", .amendAction(1, [.areas([1])])),
            then: .unknownArea(1, count: 1)),
        Refusal(
            "An area whose definition was corrected is unknown",
            given: work + [on("2013-02-01", .correct(5))],
            when: on("2014-01-01", .amendAction(1, [.areas([1])])),
            then: .unknownArea(1, count: 1)),
        Refusal(
            "An action is tied to no goal that nobody set",
            given: work,
            when: on("2014-01-01", .amendAction(1, [.goals([7])])),
            then: .unknownGoal(7, count: 1)),
        Refusal(
            "An area is of a document that there is",
            given: work,
            when: on("2014-01-01", .defineArea("folkhalsa", title: "Matvanor")),
            then: .unknownDocument("folkhalsa", nil)),
    ]

    @Test("A goal's term that cannot be read is kept, and warned about without a number")
    func unread() throws {
        let ledger = try Scenario(given: .municipality)
        let goal = NewGoal(title: "Egen försörjning", deadline: "inom rimlig tid")
        let decision = try ledger.when(on("2014-01-01", .setGoal("integration", goal)))
        #expect(decision.warnings == [.unreadDeadline(nil, text: "inom rimlig tid")])
    }
}
