import CBOR
import Coordinates
import EntryLog
import Foundation
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import TestSupport
import Testing
import TransparencyLog

@testable import Views

@Suite("The rows' encoding")
struct RowCodingTests {
    /// A row reads back as it was, and no part of it reads at all.
    private func check<Row: StoredRow>(_ rows: [UInt64: Row]) throws {
        for row in rows.values {
            let bytes = row.encoded
            #expect(try Row(decoding: bytes.span.bytes).encoded == bytes)
            for length in bytes.indices {
                #expect(throws: CBORError.self) {
                    try Row(decoding: Array(bytes.prefix(length)).span.bytes)
                }
            }
        }
    }

    private func checkChronicles<Module: StoryProjection>(
        _ rows: Rows<Module>, _ kinds: some Sequence<Module.Kind>
    ) throws where Module.Kind: Equatable {
        try check(rows.held)
        for (index, story) in kinds.enumerated() {
            let row = try #require(rows.held[UInt64(index) + 1])
            #expect(row.story == story)
            #expect(try Module.Kind(chronicle: row.encoded.span.bytes) == story)
        }
    }

    @Test("A row reads back as it was, tells its story, and no part of it reads at all")
    func roundTrip() throws {
        let (state, views) = try withLedger { ledger in
            try ledger.recordEverything()
            return try ledger.registry.log.read {
                (try LedgerState(folding: $0), try ViewSet(of: $0, over: nil))
            }
        }
        try checkChronicles(views[CommitteeRows.self], state.committees())
        try checkChronicles(views[DocumentRows.self], state.documents())
        try checkChronicles(views[AreaRows.self], state.areas())
        try checkChronicles(views[GoalRows.self], state.goals())
        try checkChronicles(views[ActionRows.self], state.actions())
        try checkChronicles(views[GuidelineRows.self], state.guidelines())
        try checkChronicles(views[IndicatorRows.self], state.indicators())
        try checkChronicles(views[SettingsRows.self], [state.settings()])
        try checkChronicles(views[KeyRows.self], [state.keys()])
        try check(views[ListRows.self].held)
        try check(views[SuccessionRows.self].held)
        try check(views[CodeRows.self].held)
        try check(views[CorrectionRows.self].held)
        #expect(!views[SuccessionRows.self].held.isEmpty)
        #expect(views[CorrectionRows.self].held.count > 2)
        #expect(views[ListRows.self].held.count > 2)
    }

    @Test("The rows of a rebuild are, byte for byte, those that were kept up to date")
    func rebuilt() throws {
        try withLedger { ledger in
            try ledger.recordEverything()
            let size = try ledger.registry.log.read { $0.size }
            _ = try ledger.registry.rebuild()
            let rebuilt = try ledger.storedTables()
            try FileManager.default.removeItem(atPath: ledger.viewsPath)
            let log = try ledger.registry.log
            try log.read { try ledger.registry.views.flush(try ViewSet(of: $0, over: nil), of: $0) }
            #expect(size.count > 40)
            #expect(try ledger.storedTables() == rebuilt)
        }
    }
}

extension TestLedger {
    /// Something in each timeline of each kind of story, corrected and brought back.
    fileprivate func recordEverything() throws {
        let plan = slug("plan")
        let (first, second, third) = (ActionNumber(1), ActionNumber(2), ActionNumber(3))
        let (year, next) = (Period("2013")!, Period("2014")!)
        let annex = Annex.samples[0]
        let writer = Writer(TestLedger.key(9).publicKey)
        try record([
            .establish("KS"), .establish("BUN"), .establish("SN"),
            .adopt(NewDocument(.policy, slug("policy"), title: "Policy")),
            .adopt(
                NewDocument(
                    .plan, plan, title: "Plan", policy: slug("policy"), lastDay: day("2014-12-31"))),
            .adopt("old", actions: 3, by: "BUN", deadline: "innan maj 2014"),
            .defineArea(plan, title: "Skola"),
            .setGoal(plan, NewGoal(title: "Alla", area: AreaNumber(1), deadline: "snarast")),
            .revise(plan, summary: "Nytt namn", title: "Räksmörgås"),
            .prolong(plan, lastDay: day("2016-12-31")),
            .setFollowUpCycle(plan, by: code("KS"), text: "varje år"),
            .holdFollowUp(plan, by: nil, year, summary: "Hälften"),
            .issueGuideline(
                NewGuideline(
                    document: plan, addressees: [code("SN")], text: "Samarbeta", period: year)),
            .answerGuideline(GuidelineNumber(1), by: nil, text: "Ja"),
            .defineIndicator(plan, NewIndicator(name: "Antal", goal: GoalNumber(1), action: first)),
            .setTarget(
                IndicatorNumber(1), Target(period: next, bound: .atMost, value: Quantity("1.50")!)),
            .observe(
                IndicatorNumber(1),
                Observation(period: year, value: Quantity("2")!, source: "Kolada")),
            .amendAction(
                first,
                [
                    .title("Åtgärd"), .localNumber("1"), .plan(plan), .areas([AreaNumber(1)]),
                    .goals([GoalNumber(1)]), .comment("Ny"),
                ]),
            .assign(first, Assignees(.allNow, lead: code("KS"))),
            .setDeadline(first, text: "löpande"),
            .reportStatus(first, StatusReport(.ongoing, period: year), by: code("KS")),
            .giveForecast(first, Forecast(.uncertain, period: next), by: code("KS")),
            .linkPartner(.action(first), Partner(name: "Polisen")),
            .unlinkPartner(.action(first), name: "Polisen"),
            .linkPartner(.document(plan), Partner(name: "Polisen", role: "råd")),
            .attach(.action(first), annex), .attach(.document(plan), annex),
            .attach(.committee(code("KS")), annex),
            .reportBack(code("KS"), from: nil, .document(plan)),
            .change(.timeZone("Pacific/Auckland")), .change(.cutOffs(.standard)),
            .change(.seasons(.standard)), .change(.before(.included)),
            .grantKey(
                KeyGrant(
                    writer, committees: [code("SN")], until: now, holder: "Sekreteraren")),
            .revokeKey(writer, reason: "Slutat"), .grantKey(KeyGrant(writer, committees: nil)),
            .transfer(third, from: nil, to: [code("SN")]),
            .writeOffAction(second, reason: "Onödig"), .supersedeAction(third, by: first),
        ])
        let closed = try #require(try record(.close(1)).receipt).first
        let correction = try #require(
            try record(.correct(closed, reason: "Fel")).receipt
        ).first
        try record([
            .annul(correction, reason: "Rätt"),
            .reopenAction(first, reason: "För tidigt"),
            .renameCommittee(code("KS"), to: Naming(code: code("KSN"), name: "Styrelsen")),
            .dissolveCommittee(code("BUN"), successor: code("KSN")),
            .splitCommittee(
                code("KSN"),
                into: [.existing(code("SN")), .new(Naming(code: code("KS"), name: "Styrelsen"))]),
            .repeal(slug("old"), successor: plan),
        ])
    }
}
