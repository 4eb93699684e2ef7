import CBOR
import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("The rows' encoding")
struct RowCodingTests {
    /// - Parameter fields: how many fields the fullest row has. Empty timelines have none.
    private func check<Row: CBORCodable & Equatable>(_ rows: [Row], fields: UInt8) throws {
        #expect(rows.map { $0.encoded[0] & 0x1f }.max() == fields)
        for row in rows {
            let bytes = row.encoded
            #expect(try Row(decoding: bytes.span.bytes) == row)
            for length in bytes.indices {
                #expect(throws: CBORError.self) {
                    try Row(decoding: Array(bytes.prefix(length)).span.bytes)
                }
            }
        }
    }

    @Test("A row reads back as it was, and no part of it reads at all")
    func roundTrip() throws {
        let state = try withLedger { ledger in
            try ledger.recordEverything()
            return try ledger.registry.log.read { try LedgerState(folding: $0) }
        }
        try check(state.committees(), fields: 5)
        try check(state.documents(), fields: 12)
        try check(state.areas(), fields: 3)
        try check(state.goals(), fields: 2)
        try check(state.actions(), fields: 14)
        try check(state.guidelines(), fields: 3)
        try check(state.indicators(), fields: 4)
        try check([state.settings()], fields: 4)
        try check([state.keys()], fields: 3)
        let listed = state.actions(everOn: .document(DocumentNumber(2)))
        try check([listed, state.actions(everOn: .allCommittees)], fields: UInt8(listed.count))
        try check((0..<state.size.count).map { state.corrections(of: Position($0)) }, fields: 2)
    }

    @Test(
        "A committee's standing is established, dissolved with at most one successor, or split",
        arguments: [
            [0xf4], [0x82, 0x01, 0x02], [0x01], [0xf6], [0x82, 0xf5, 0x01], [0x81, 0x00],
        ]
            as [[UInt8]])
    func committeeStanding(bytes: [UInt8]) {
        #expect(throws: CBORError.self) {
            try CommitteeStory.Standing(decoding: bytes.span.bytes)
        }
    }

    @Test(
        "A document's standing is adopted, or repealed with at most one successor",
        arguments: [[0xf4], [0x82, 0x01, 0x02], [0x01], [0xf6], [0x81, 0x00]] as [[UInt8]])
    func documentStanding(bytes: [UInt8]) {
        #expect(throws: CBORError.self) {
            try DocumentStory.Standing(decoding: bytes.span.bytes)
        }
    }

    @Test(
        "An action's standing is open, closed, written off, or superseded by one",
        arguments: [[0xf5], [0x81, 0x02], [0x82, 0x00, 0x01], [0x82, 0x02, 0x00], [0x81, 0x03]]
            as [[UInt8]])
    func actionStanding(bytes: [UInt8]) {
        #expect(throws: CBORError.self) { try ActionStory.Standing(decoding: bytes.span.bytes) }
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
