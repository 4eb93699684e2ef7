import Coordinates
import Handlingsplan
import Testing

@Suite("Reports back")
struct ReportBackTests {
    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "A committee is told of everything that is recorded by then",
            given: .municipality,
            when: on("2014-01-01", .tell("KS")),
            then: [.reportedBack(1, ReportBack(from: 4, scope: .everything))]),
        Outcome(
            "A report takes in the entries up to the one that it names",
            given: .municipality + [on("2014-01-01", .report(1, .ongoing))],
            when: on("2014-01-01", .tell("KS", from: 4, .document("integration"))),
            then: [.reportedBack(1, ReportBack(from: 4, scope: .document(1)))]),
        Outcome(
            "Actions are reported in ascending order, each once",
            given: .municipality + [on("2013-02-01", .decide(.action("Praktik", by: ["SN"])))],
            when: on("2014-01-01", .tell("KS", .actions([2, 1, 2]))),
            then: [.reportedBack(1, ReportBack(from: 5, scope: .actions([1, 2])))]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "A report takes in no entry that is not recorded yet",
            given: .municipality,
            when: on("2014-01-01", .tell("KS", from: 5)),
            then: .unknownEntry(5, size: 5)),
        Refusal(
            "A report is about something",
            given: .municipality,
            when: on("2014-01-01", .tell("KS", .actions([]))),
            then: .noActionsToReport),
        Refusal(
            "A report is about actions that there are",
            given: .municipality,
            when: on("2014-01-01", .tell("KS", .actions([1, 2]))),
            then: .unknownAction(2, count: 1)),
        Refusal(
            "A report is about actions that it takes in",
            given: .municipality + [on("2013-02-01", .decide(.action("Praktik", by: ["SN"])))],
            when: on("2014-01-01", .tell("KS", from: 4, .actions([1, 2]))),
            then: .actionNotInReport(2, from: 4)),
        Refusal(
            "A report is about a document that there is",
            given: .municipality,
            when: on("2014-01-01", .tell("KS", .document("folkhalsa"))),
            then: .unknownDocument("folkhalsa", .plan)),
        Refusal(
            "A committee that ended is told nothing",
            given: .municipality + [on("2013-06-01", .dissolve("SN", into: "KS"))],
            when: on("2014-01-01", .tell("SN")),
            then: .committeeDissolved("SN", successor: "KS")),
    ]

    @Test("tell what was recorded by the end of the meeting's day, where nothing else is said")
    func byDefault() throws {
        let ledger = try Scenario(given: .municipality + [on("2014-02-01", .report(1, .ongoing))])
        let act = try ledger.when(on("2014-01-01", .tell("KS")), lastThen: 4).act
        #expect(act?.events == [.reportedBack(1, ReportBack(from: 4, scope: .everything))])
    }

    @Test("A meeting is told nothing that was recorded after it")
    func later() throws {
        let ledger = try Scenario(given: .municipality + [on("2014-02-01", .report(1, .ongoing))])
        #expect(throws: Rejection.reportFromLater(5, lastThen: 4)) {
            try ledger.when(on("2014-01-01", .tell("KS", from: 5)), lastThen: 4)
        }
    }

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    private static let completed: [Proposal] =
        .municipality + [
            on("2013-02-01", .decide(.action("Praktik", by: ["SN"]))),
            on("2014-01-01", .report(1, .completed)), on("2014-01-01", .report(2, .ongoing)),
        ]

    static let cautions: [Caution] = [
        Caution(
            "What is completed and reported back can be closed",
            given: completed,
            when: on("2014-02-01", .tell("KS", .document("integration"))),
            then: [.reportedBackNotClosed(1)]),
        Caution(
            "The same goes for a report of everything",
            given: completed,
            when: on("2014-02-01", .tell("KS")),
            then: [.reportedBackNotClosed(1)]),
        Caution(
            "A report that did not know of the completion closes nothing",
            given: completed,
            when: on("2014-02-01", .tell("KS", from: 5, .actions([1]))),
            then: []),
        Caution(
            "A report of another action says nothing of this one",
            given: completed,
            when: on("2014-02-01", .tell("KS", .actions([2]))),
            then: []),
        Caution(
            "A report of a plan says nothing of what was carried over from it",
            given: completed + [
                on("2014-01-15", .adopt("arbete")),
                on("2014-01-15", .amendAction(1, [.plan("arbete")])),
            ],
            when: on("2014-02-01", .tell("KS", .document("integration"))),
            then: []),
        Caution(
            "What is closed already needs no second look",
            given: completed + [on("2014-01-15", .close(1))],
            when: on("2014-02-01", .tell("KS")),
            then: []),
        Caution(
            "A report back is made at a meeting, and so in its minutes",
            given: .municipality,
            when: on("2014-02-01", .tell("KS"), decision: nil),
            then: [.missingDecision]),
    ]
}
