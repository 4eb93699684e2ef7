import Coordinates
import Handlingsplan
import Testing

/// What the whole ledger gives rise to on a day, 2014-06-01 where none is said.
struct ConcernExample: CustomTestStringConvertible, Sendable {
    let claim: String
    let acts: [Act]
    let day: CalendarDate
    let then: [Warning]

    init(
        _ claim: String, _ acts: [Act], on day: CalendarDate = "2014-06-01", then: [Warning]
    ) {
        (self.claim, self.acts, self.day, self.then) = (claim, acts, day, then)
    }

    var testDescription: String { claim }
}

@Suite("Concerns")
struct ConcernTests {
    @Test("Of the whole ledger", arguments: actions + endings + documents + corrections)
    func concerns(_ example: ConcernExample) throws {
        let ledger = try Chronicle(.municipality + example.acts)
        #expect(ledger.state.concerns(at: ledger.moment(example.day)) == example.then)
    }

    /// Entry 3: an action so young that nobody need have reported.
    private static func action(by committees: CommitteeNumber..., due: String?) -> [Act] {
        [.on("2014-05-01", .action(1, by: committees, due))]
    }

    private static let plain = action(by: 2, due: "senast 2014-12-31")
    private static let completed = plain + [.on("2014-05-10", .report(1, 2, .completed))]
    private static let old: [Act] = [.on("2013-05-01", .action(1, by: [2]))]

    private static func told(_ day: CalendarDate, from: Position) -> Act {
        .on(day, .reportedBack(1, ReportBack(from: from, scope: .everything)))
    }

    static let actions: [ConcernExample] = [
        ConcernExample("A plain action gives rise to none", plain, then: []),
        ConcernExample(
            "Nobody answers, and there is no deadline", action(due: nil),
            then: [.noResponsible(1), .noDeadline(1)]),
        ConcernExample(
            "Several without a lead", action(by: 2, 3, due: "senast 2014-12-31"),
            then: [.severalWithoutLead(1)]),
        ConcernExample(
            "Several that have become one need no lead",
            action(by: 2, 3, due: "senast 2014-12-31") + [
                .on("2014-05-15", .committeesMerged([2], into: 3))
            ], then: []),
        ConcernExample(
            "A deadline that cannot be read", action(by: 2, due: "snart nog"),
            then: [.unreadDeadline(1, text: "snart nog")]),
        ConcernExample(
            "Innan, read strictly", action(by: 2, due: "innan januari 2015"),
            then: [.beforeReadStrictly(1, text: "innan januari 2015", latest: "2014-12-31")]),
        ConcernExample(
            "A year that was assumed", action(by: 2, due: "senast i november"),
            then: [.yearAssumed(1, text: "senast i november", day: "2013-11-30")]),
        ConcernExample(
            "A deadline after the plan", action(by: 2, due: "senast 2031-12-31"),
            then: [
                .deadlineAfterPlan(
                    1, latest: "2031-12-31", "integration", lastDay: "2030-12-31")
            ]),
        ConcernExample(
            "Completed, and nobody told", completed, then: [.completedNotReportedBack(1)]),
        ConcernExample(
            "Told before it was completed",
            plain + [
                told("2014-05-05", from: 3), .on("2014-05-10", .report(1, 2, .completed)),
            ], then: [.completedNotReportedBack(1)]),
        ConcernExample(
            "Completed and told, and not closed", completed + [told("2014-05-20", from: 4)],
            then: [.reportedBackNotClosed(1)]),
        ConcernExample(
            "Once closed, it is done with",
            completed + [told("2014-05-20", from: 4), .on("2014-05-21", .actionClosed(1))],
            then: []),
        ConcernExample(
            "What recurs is not to be closed",
            action(by: 2, due: "varje år") + [
                .on("2014-05-10", .report(1, 2, .completed)), told("2014-05-20", from: 4),
            ], then: []),
        ConcernExample(
            "Not a word in the last period, nor since", old,
            then: [.staleStatus(1, "BUN", reported: nil, since: "2014-01-01")]),
        ConcernExample(
            "A word in the period after the last one will do",
            old + [.on("2014-05-02", .report(1, 2, .ongoing))], then: []),
        ConcernExample(
            "The ledger settles its own periods",
            old + [
                .on("2014-01-01", .settingChanged(.cutOffs(CutOffs(["03-31", "05-31"])!))),
                .on("2014-03-31", .report(1, 2, .ongoing)),
            ], then: [.staleStatus(1, "BUN", reported: "2014-03-31", since: "2014-04-01")]),
    ]

    static let endings: [ConcernExample] = [
        ConcernExample(
            "A committee that ended without a successor left its actions behind",
            plain + [.on("2014-05-15", .committeeDissolved(2, successor: nil))],
            then: [.actionsLeft("BUN", [1])]),
        ConcernExample(
            "With a successor it left none",
            plain + [.on("2014-05-15", .committeeDissolved(2, successor: 3))], then: []),
        ConcernExample(
            "One that is to be split leaves them on that day",
            plain + [.on("2015-01-01", .committeeSplit(2, into: [1, 3]))],
            then: [.actionsLeft("BUN", [1])]),
        ConcernExample(
            "Unless by then they are handed over",
            plain + [
                .on("2015-01-01", .committeeSplit(2, into: [1, 3])),
                .on("2015-01-01", .responsibilityTransferred(1, from: 2, now: .these([3]))),
            ], then: []),
        ConcernExample(
            "What is laid on all is left behind by nobody",
            plain + [
                .on("2014-05-02", .responsibilityAssigned(1, .all)),
                .on("2014-05-15", .committeeDissolved(2, successor: nil)),
            ], then: []),
    ]

    static let documents: [ConcernExample] = [
        ConcernExample(
            "A plan past its validity",
            [.on("2013-01-01", .plan(2, "folkhalsa", lastDay: "2014-05-31"))],
            then: [.planPastValidity("folkhalsa", lastDay: "2014-05-31")]),
        ConcernExample(
            "Open actions in a plan that is repealed",
            plain + [.on("2014-05-15", .documentRepealed(1, successor: nil))],
            then: [.openInRepealed("integration", [1])]),
        ConcernExample(
            "A cycle and a goal that cannot be read",
            [
                .on("2014-05-15", .cycle(of: 1, by: 1, "då och då")),
                .on(
                    "2014-05-15",
                    .goalSet(1, Goal(document: 1, title: "Mål", deadline: .read("på sikt")))),
            ],
            then: [.unreadDeadline(nil, text: "då och då"), .unreadDeadline(nil, text: "på sikt")]),
        ConcernExample(
            "But not where the document is repealed",
            [
                .on(
                    "2014-05-15", .cycle(of: 1, by: 1, "då och då"),
                    .goalSet(1, Goal(document: 1, title: "Mål", deadline: .read("på sikt")))),
                .on("2014-05-20", .documentRepealed(1, successor: nil)),
            ], then: []),
        ConcernExample(
            "Hedemora: followed up for 2016 and not for 2017; one of two has answered",
            [
                .on("2016-01-01", .cycle(of: 1, by: 1, "varje år")),
                .on("2017-02-10", .held(1, by: 1, about: "2016")),
                .on("2017-03-01", .guideline(1, to: [2, 3])),
                .on("2017-05-01", .answer(1, by: 2)),
            ], on: "2018-01-15",
            then: [
                .followUpMissed("integration", due: "2017-12-31"), .guidelineUnanswered(1, "SN"),
            ]),
        ConcernExample(
            "A guideline may be unanswered until its last day is past",
            [
                .on(
                    "2014-01-01", .guideline(1, to: [2], by: "senast 2014-06-01"),
                    .guideline(2, to: [2], by: "senast 2014-05-31"))
            ], then: [.guidelineUnanswered(2, "BUN")]),
    ]

    static let corrections: [ConcernExample] = [
        ConcernExample(
            "A committee that was corrected away, with an action still there",
            plain + [.on("2014-05-15", .entryCorrected(1, reason: "fel"))],
            then: [.committeeCorrectedAway("BUN")]),
        ConcernExample(
            "A document that was corrected away, with an action still there",
            plain + [.on("2014-05-15", .entryCorrected(2, reason: "fel"))],
            then: [.documentCorrectedAway("integration")]),
        ConcernExample(
            "Nothing is there any more once the action is corrected away as well",
            plain + [
                .on("2014-05-15", .entryCorrected(2, reason: "fel")),
                .on("2014-05-15", .entryCorrected(3, reason: "fel")),
            ], then: []),
    ]

    @Test("What was not known then was no concern then")
    func knownThen() throws {
        let ledger = try Chronicle(
            .municipality + Self.plain + [
                .on("2014-05-15", .committeeDissolved(2, successor: nil))
            ])
        #expect(ledger.state.concerns(at: ledger.moment("2014-06-01", known: 3)) == [])
    }

    @Test("By number: documents, committees, actions, guidelines")
    func order() throws {
        let ledger = try Chronicle(
            .municipality + [
                .on("2013-01-01", .plan(2, "folkhalsa", lastDay: "2014-05-31")),
                .on(
                    "2014-05-01",
                    [.guideline(1, to: [3])] + .action(1, in: 2, by: [2], nil)
                        + .action(2, by: [3, 2], nil)),
                .on("2014-05-02", .committeeDissolved(2, successor: nil)),
            ])
        #expect(
            ledger.state.concerns(at: ledger.moment("2014-06-01")) == [
                .planPastValidity("folkhalsa", lastDay: "2014-05-31"), .actionsLeft("BUN", [1, 2]),
                .noDeadline(1), .severalWithoutLead(2), .noDeadline(2),
                .guidelineUnanswered(1, "SN"),
            ])
    }
}
