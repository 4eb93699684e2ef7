import Audit
import CBOR
import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import Registry
import Testing

@testable import Views

/// A row that can be read, and speaks of what is not there.
struct StrayRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let module: any Projection.Type
    let bytes: @Sendable () throws -> [UInt8]

    /// Row 1 of a module, as a chronicle of events that no ledger admits.
    init<Module: StoryProjection>(_ module: Module.Type, _ events: Event...) {
        testDescription = "\(Module.name): \(events.last.map { "\($0)" } ?? "")"
        self.module = module
        bytes = {
            let stamp = Stamp(effective: day("2014-01-02"), position: Position(1))
            return events.map { ChronicleItem(stamp: stamp, event: $0) }.encoded
        }
    }

    init(_ module: CorrectionRows.Type, _ row: EntryCorrections) {
        testDescription = "\(module.name): \(row)"
        self.module = module
        bytes = { row.encoded }
    }
}

@Suite("A stored row that speaks of what is not there")
struct StrayRowTests {
    @Test("It is an error wherever it is read, and a rebuild mends it", arguments: StrayRow.all)
    func found(row: StrayRow) throws {
        try withLedger { ledger in
            try ledger.record([
                .establish("KS"), .adopt("plan", by: "KS"),
                .defineArea(slug("plan"), title: "Område"),
                .setGoal(slug("plan"), NewGoal(title: "Mål")),
                .issueGuideline(
                    NewGuideline(
                        document: slug("plan"), issuer: code("KS"), addressees: [code("KS")],
                        text: "Text")),
                .defineIndicator(slug("plan"), NewIndicator(name: "Antal")),
            ])
            _ = try ledger.registry.rebuild()
            try ledger.setRow(row.module, 1, to: row.bytes())
            #expect(throws: ViewsError.self) { try ledger.readStored { try LedgerDump($0) } }
            #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("An action that is on a list and has no row is an error, and hides no other")
    func missing() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 3, by: "KS")])
            _ = try ledger.registry.rebuild()
            try ledger.setRow(ActionRows.self, 2, to: nil)
            try ledger.readStored { views in
                let moment = Moment(effective: day("2014-12-31"), known: views.size.last!)
                let missing = ViewsError.damaged("row 2 of actions is missing")
                #expect(throws: missing) { try views.board(of: CommitteeNumber(1), at: moment) }
            }
            _ = try ledger.registry.rebuild()
        }
    }
}

private let naming = Naming(code: code("KS"), name: "Styrelsen")
private let (one, nine) = (CommitteeNumber(1), CommitteeNumber(9))
private let (plan, noPlan) = (DocumentNumber(1), DocumentNumber(9))
private let action = ActionNumber(1)
private let indicator = IndicatorNumber(1)
private let year = Period("2013")!
private let established = Event.committeeEstablished(one, naming)
private let adopted = Event.planAdopted(plan, Adoption(slug: slug("plan"), title: "Plan"))
private let decided = Event.actionDecided(action, DecidedAction(document: plan, title: "Åtgärd"))
private let issued = Event.guidelineIssued(
    GuidelineNumber(1), Guideline(document: plan, issuer: one, addressees: [one], text: "Text"))

extension StrayRow {
    static let all = committees + documents + parts + actions + corrections

    private static let committees = [
        StrayRow(CommitteeRows.self, .committeeEstablished(nine, naming)),
        StrayRow(CommitteeRows.self),
        StrayRow(CommitteeRows.self, .committeeRenamed(one, naming)),
        StrayRow(CommitteeRows.self, established, established),
        StrayRow(CommitteeRows.self, established, .committeeDissolved(one, successor: nine)),
        StrayRow(CommitteeRows.self, established, .committeeSplit(one, into: [nine])),
        StrayRow(
            CommitteeRows.self, established,
            .reportedBack(one, ReportBack(from: Position(0), scope: .document(noPlan)))),
    ]

    private static let documents = [
        StrayRow(
            DocumentRows.self,
            .planAdopted(plan, Adoption(slug: slug("plan"), title: "Plan", policy: noPlan))),
        StrayRow(DocumentRows.self, adopted, .documentRepealed(plan, successor: noPlan)),
        StrayRow(
            DocumentRows.self, adopted,
            .followUpCycleSet(
                plan, FollowUpCycle(committee: nine, deadline: Deadline(text: "X", reading: nil)))),
        StrayRow(
            DocumentRows.self, adopted,
            .followUpHeld(plan, FollowUp(committee: nine, period: year))),
    ]

    private static let parts = [
        StrayRow(AreaRows.self, .areaDefined(AreaNumber(1), noPlan, title: "Område")),
        StrayRow(GoalRows.self, .goalSet(GoalNumber(1), Goal(document: noPlan, title: "Mål"))),
        StrayRow(
            GoalRows.self,
            .goalSet(GoalNumber(1), Goal(document: plan, area: AreaNumber(9), title: "Mål"))),
        StrayRow(
            GuidelineRows.self,
            .guidelineIssued(
                GuidelineNumber(1),
                Guideline(document: plan, issuer: one, addressees: [nine], text: "Text"))),
        StrayRow(
            GuidelineRows.self, issued,
            .guidelineAnswered(GuidelineNumber(1), GuidelineAnswer(committee: nine, text: "Ja"))),
        StrayRow(
            IndicatorRows.self,
            .indicatorDefined(
                indicator, Indicator(document: plan, action: ActionNumber(9), name: "Antal"))),
    ]

    private static let actions = [
        StrayRow(
            ActionRows.self,
            .actionDecided(action, DecidedAction(document: noPlan, title: "Åtgärd"))),
        StrayRow(
            ActionRows.self,
            .actionDecided(ActionNumber(2), DecidedAction(document: plan, title: "Åtgärd"))),
        StrayRow(ActionRows.self, decided, .actionAmended(action, .document(noPlan))),
        StrayRow(ActionRows.self, decided, .actionAmended(action, .areas([AreaNumber(9)]))),
        StrayRow(ActionRows.self, decided, .actionAmended(action, .goals([GoalNumber(9)]))),
        StrayRow(ActionRows.self, decided, .actionSuperseded(action, by: ActionNumber(9))),
        StrayRow(ActionRows.self, decided, .responsibilityAssigned(action, .committees([nine]))),
        StrayRow(
            ActionRows.self, decided,
            .responsibilityAssigned(action, Responsible(.all, lead: nine))),
        StrayRow(
            ActionRows.self, decided, .statusReported(action, nine, StatusReport(.ongoing))),
        StrayRow(
            ActionRows.self, decided,
            .forecastGiven(action, nine, Forecast(.expected, period: year))),
    ]

    /// Where a correction led to itself or to a later one, whoever followed it would never end.
    private static let corrections = [
        StrayRow(CorrectionRows.self, corrections(targets: [1])),
        StrayRow(CorrectionRows.self, corrections(targets: [2])),
        StrayRow(CorrectionRows.self, corrections(turns: [1])),
        StrayRow(CorrectionRows.self, corrections(turns: [4, 3])),
    ]

    private static func corrections(
        targets: [UInt64] = [], turns: [UInt64] = []
    ) -> EntryCorrections {
        var corrections = EntryCorrections()
        corrections.targets = targets.map { Position($0) }
        corrections.turns = turns.map { Position($0) }
        return corrections
    }
}
