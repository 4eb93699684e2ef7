import Audit
import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import Testing

@testable import Views

@Suite("An event that cannot follow")
struct ImpossibleEventTests {
    /// One of each kind, and nine of none.
    private static let opening: [Event] = [
        .committeeEstablished(one, naming),
        .planAdopted(plan, Adoption(slug: slug("plan"), title: "Plan")),
        .areaDefined(area, plan, title: "Område"),
        .goalSet(goal, Goal(document: plan, title: "Mål")),
        .actionDecided(action, DecidedAction(document: plan, title: "Åtgärd")),
        .guidelineIssued(
            guideline, Guideline(document: plan, issuer: one, addressees: [one], text: "X")),
        .indicatorDefined(indicator, Indicator(document: plan, name: "X")),
    ]

    @Test("It is refused by the rows as by the fold in memory", arguments: strangers + beginnings)
    func refused(event: Event) throws {
        var views = try TestLedger().registry.read { $1 }
        var state = LedgerState()
        let first = recorded(Self.opening, at: 1)
        try views.apply(first)
        try state.evolve(first)
        let second = recorded([event], at: 2)
        #expect(throws: ImpossibleEvent(event)) { try views.apply(second) }
        #expect(throws: ImpossibleEvent(event)) { try state.evolve(second) }
    }

    @Test("Got into the log all the same, its entry is void, and audits name it")
    func appendedPastTheRules() throws {
        let ledger = try TestLedger()
        try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS")])
        let act = Act(
            effective: day("2014-02-01"),
            events: [.statusReported(action, nine, StatusReport(.ongoing))])
        let log = try ledger.registry.log
        let head = try log.read { $0.head }
        _ = try log.append(
            SealedBatch(
                act.parts(contentByteLimit: SealedBatch.contentByteLimit).map(\.content),
                commandID: try #require(CommandID("nonsense")), on: head,
                recordedAt: ledger.now, signedBy: TestLedger.founder))
        for _ in 0..<2 {
            let (voids, action) = try ledger.registry.read {
                (try $1.voids(), try $1.action(ActionNumber(1)))
            }
            #expect(voids.reasons == [head.size.end: .event])
            #expect(action?.reports.items.isEmpty == true)
            _ = try ledger.registry.rebuild()
        }
        #expect(try ledger.audit().findings.map(\.position) == [head.size.end])
        #expect(try ledger.audit().findings.map(\.problem.kind) == ["event"])
    }

    private func recorded(_ events: [Event], at position: UInt64) -> RecordedAct {
        RecordedAct(
            position: Position(position), recordedAt: Timestamp(milliseconds: 0),
            act: Act(effective: day("2014-01-01"), events: events))
    }
}

private let naming = Naming(code: code("KS"), name: "Styrelsen")
private let (one, nine) = (CommitteeNumber(1), CommitteeNumber(9))
private let (plan, noPlan) = (DocumentNumber(1), DocumentNumber(9))
private let (area, noArea) = (AreaNumber(1), AreaNumber(9))
private let (goal, noGoal) = (GoalNumber(1), GoalNumber(9))
private let (action, noAction) = (ActionNumber(1), ActionNumber(9))
private let (guideline, noGuideline) = (GuidelineNumber(1), GuidelineNumber(9))
private let (indicator, noIndicator) = (IndicatorNumber(1), IndicatorNumber(9))
private let year = Period("2013")!

/// Events that speak of what is not there.
private let strangers: [Event] =
    [
        .committeeRenamed(nine, naming),
        .committeeDissolved(nine, successor: nil),
        .committeeDissolved(one, successor: nine),
        .committeesMerged([one, nine], into: one),
        .committeesMerged([one], into: nine),
        .committeeSplit(nine, into: [one]),
        .committeeSplit(one, into: [one, nine]),
        .documentRevised(noPlan, summary: "X", title: nil),
        .documentProlonged(noPlan, lastDay: day("2014-01-01")),
        .documentRepealed(noPlan, successor: nil),
        .documentRepealed(plan, successor: noPlan),
        .followUpCycleSet(
            plan, FollowUpCycle(committee: nine, deadline: Deadline(text: "X", reading: nil))),
        .followUpHeld(noPlan, FollowUp(committee: one, period: year)),
        .followUpHeld(plan, FollowUp(committee: nine, period: year)),
        .guidelineAnswered(noGuideline, GuidelineAnswer(committee: one, text: "X")),
        .guidelineAnswered(guideline, GuidelineAnswer(committee: nine, text: "X")),
        .targetSet(
            noIndicator, Target(period: year, bound: .atLeast, value: Quantity("1")!)),
        .indicatorObserved(
            noIndicator, Observation(period: year, value: Quantity("1")!, source: "X")),
        .actionClosed(noAction),
        .actionWrittenOff(noAction, reason: "X"),
        .actionReopened(noAction, reason: "X"),
        .actionSuperseded(noAction, by: action),
        .actionSuperseded(action, by: noAction),
        .deadlineSet(noAction, Deadline(text: "X", reading: nil)),
        .responsibilityTransferred(action, from: nine, now: .committees([one])),
        .responsibilityTransferred(action, from: one, now: .committees([nine])),
        .statusReported(noAction, one, StatusReport(.ongoing)),
        .statusReported(action, nine, StatusReport(.ongoing)),
        .forecastGiven(action, nine, Forecast(.expected, period: year)),
        .reportedBack(nine, ReportBack(from: Position(1), scope: .everything)),
        .reportedBack(one, ReportBack(from: Position(1), scope: .document(noPlan))),
        .reportedBack(one, ReportBack(from: Position(1), scope: .actions([action, noAction]))),
        .reportedBack(one, ReportBack(from: Position(2), scope: .everything)),
    ]
    + [
        .document(noPlan), .areas([area, noArea]), .goals([goal, noGoal]),
    ].map { .actionAmended(action, $0) }
    + [
        .committees([one, nine]), Responsible(.committees([one]), lead: nine),
        Responsible(.all, lead: nine), Responsible(.allAsOf(day("2014-01-01")), lead: nine),
    ].map { .responsibilityAssigned(action, $0) }
    + [.committee(nine), .document(noPlan), .action(noAction)].flatMap { bearer in
        [
            Event.partnerLinked(bearer, Partner(name: "X")),
            .partnerUnlinked(bearer, name: "X"),
            .annexAttached(
                bearer, Annex(name: "X", digest: Digest256(Array(0..<32))!, byteCount: 0)),
        ]
    }
    + [
        .partnerLinked(.committee(one), Partner(name: "X")),
        .partnerUnlinked(.committee(one), name: "X"),
    ]

/// Events that begin what is there, or leave numbers out, or begin it from what is not there.
private let beginnings: [Event] =
    [0, 1, 3].flatMap { number in
        [
            Event.committeeEstablished(CommitteeNumber(number), naming),
            .policyAdopted(DocumentNumber(number), Adoption(slug: slug("x"), title: "X")),
            .planAdopted(DocumentNumber(number), Adoption(slug: slug("x"), title: "X")),
            .areaDefined(AreaNumber(number), plan, title: "X"),
            .goalSet(GoalNumber(number), Goal(document: plan, title: "X")),
            .actionDecided(ActionNumber(number), DecidedAction(document: plan, title: "X")),
            .guidelineIssued(
                GuidelineNumber(number),
                Guideline(document: plan, issuer: one, addressees: [one], text: "X")),
            .indicatorDefined(IndicatorNumber(number), Indicator(document: plan, name: "X")),
        ]
    } + [
        .planAdopted(DocumentNumber(2), Adoption(slug: slug("x"), title: "X", policy: noPlan)),
        .areaDefined(AreaNumber(2), noPlan, title: "X"),
        .goalSet(GoalNumber(2), Goal(document: noPlan, title: "X")),
        .goalSet(GoalNumber(2), Goal(document: plan, area: noArea, title: "X")),
        .actionDecided(ActionNumber(2), DecidedAction(document: noPlan, title: "X")),
        .actionDecided(ActionNumber(2), DecidedAction(document: plan, title: "X", areas: [noArea])),
        .actionDecided(ActionNumber(2), DecidedAction(document: plan, title: "X", goals: [noGoal])),
        .guidelineIssued(
            GuidelineNumber(2),
            Guideline(document: noPlan, issuer: one, addressees: [one], text: "X")),
        .guidelineIssued(
            GuidelineNumber(2),
            Guideline(document: plan, issuer: nine, addressees: [one], text: "X")),
        .guidelineIssued(
            GuidelineNumber(2),
            Guideline(document: plan, issuer: one, addressees: [one, nine], text: "X")),
        .indicatorDefined(IndicatorNumber(2), Indicator(document: noPlan, name: "X")),
        .indicatorDefined(IndicatorNumber(2), Indicator(document: plan, goal: noGoal, name: "X")),
        .indicatorDefined(
            IndicatorNumber(2), Indicator(document: plan, action: noAction, name: "X")),
    ]
