import Audit
import CBOR
import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import Testing

@Suite("An entry that is rightly signed, but makes no sense")
struct SignedNonsenseTests {
    @Test(
        "An event that cannot follow is a finding",
        arguments: [
            .committeeRenamed(CommitteeNumber(9), Naming(code: code("XN"), name: "X")),
            .committeeEstablished(CommitteeNumber(3), Naming(code: code("XN"), name: "X")),
            .committeeDissolved(CommitteeNumber(1), successor: CommitteeNumber(9)),
            .committeesMerged([CommitteeNumber(9)], into: CommitteeNumber(1)),
            .committeeSplit(CommitteeNumber(1), into: [CommitteeNumber(9)]),
            .planAdopted(DocumentNumber(1), Adoption(slug: slug("again"), title: "Igen")),
            .documentRepealed(DocumentNumber(1), successor: DocumentNumber(9)),
            .areaDefined(AreaNumber(2), DocumentNumber(1), title: "Glapp"),
            .goalSet(GoalNumber(1), Goal(document: DocumentNumber(9), title: "Utan plan")),
            .actionDecided(
                ActionNumber(3), DecidedAction(document: DocumentNumber(1), title: "Glapp")),
            .actionDecided(
                ActionNumber(2), DecidedAction(document: DocumentNumber(9), title: "Utan plan")),
            .actionAmended(ActionNumber(1), .goals([GoalNumber(9)])),
            .actionClosed(ActionNumber(9)),
            .actionSuperseded(ActionNumber(1), by: ActionNumber(9)),
            .responsibilityAssigned(ActionNumber(1), .committees([CommitteeNumber(9)])),
            .statusReported(ActionNumber(1), CommitteeNumber(9), StatusReport(.ongoing)),
            .reportedBack(
                CommitteeNumber(1), ReportBack(from: Position(3), scope: .everything)),
            .guidelineAnswered(
                GuidelineNumber(1), GuidelineAnswer(committee: CommitteeNumber(1), text: "Ja")),
            .targetSet(
                IndicatorNumber(1),
                Target(period: Period("2014")!, bound: .atLeast, value: Quantity("1")!)),
            .clockDeclared(Position(3), reason: "Fel klocka"),
        ] as [Event])
    func impossible(event: Event) throws {
        let findings = try findings(after: Act(effective: day("2014-02-01"), events: [event]))
        #expect(findings.first == Finding(.impossible(ImpossibleEvent(event)), at: Position(3)))
    }

    @Test("A partner of a committee is of no form")
    func partnerOfCommittee() throws {
        let linked = Event.partnerLinked(
            .committee(CommitteeNumber(1)), Partner(name: "Polisen"))
        let findings = try findings(after: Act(effective: day("2014-02-01"), events: [linked]))
        #expect(findings.first?.position == Position(3))
        #expect(findings.first?.problem.kind == "act")
    }

    @Test(
        "A correction or annulment of itself or of the founding entry makes its entry void",
        arguments: [(0, "act"), (3, "correction"), (4, "correction")] as [(UInt64, String)])
    func corrections(target: UInt64, kind: String) throws {
        for event in [
            Event.entryCorrected(Position(target), reason: "Fel"),
            .decisionAnnulled(Position(target), reason: "Fel"),
        ] {
            let findings = try findings(after: Act(effective: day("2014-02-01"), events: [event]))
            #expect(findings.first?.position == Position(3))
            #expect(findings.first?.problem.kind == kind)
        }
    }

    @Test(
        "Content that this version would not have written is no act",
        arguments: [
            ("an unknown kind", act(kind: 999, version: 1)),
            ("an unknown version", act(kind: 22, version: 2)),
            ("no events", [0xa2, 0x01, 0x00, 0x05, 0x80]),
            ("not a map", [0x01]),
        ] as [(String, [UInt8])])
    func unknownContent(name: String, bytes: [UInt8]) throws {
        let findings = try findings(after: [bytes])
        #expect(findings.first?.position == Position(3))
        #expect(findings.first?.problem.kind == "act")
    }

    private func findings(after act: Act) throws -> [Finding] {
        try findings(
            after: act.parts(contentByteLimit: SealedBatch.contentByteLimit).map(\.content))
    }

    /// Appends past the rules, as a founder with another program could.
    private func findings(after contents: [[UInt8]]) throws -> [Finding] {
        let ledger = try TestLedger()
        try ledger.record([.establish("KS"), .adopt("plan", by: "KS")])
        let log = try ledger.registry.log
        let head = try log.read { $0.head }
        _ = try log.append(
            SealedBatch(
                contents, commandID: try #require(CommandID("nonsense")), on: head,
                recordedAt: ledger.now, signedBy: TestLedger.founder))
        #expect(try !ledger.replay(known: 3).isVerified)
        return try ledger.audit().findings
    }
}

/// An act with one event of a kind and version of one's own.
private func act(kind: UInt64, version: UInt64) -> [UInt8] {
    var encoder = Encoder()
    encoder.map {
        $0.field(1) { day("2014-02-01").encode(to: &$0) }
        $0.field(5) {
            $0.array(1) {
                $0.array(3) {
                    $0.unsigned(kind)
                    $0.unsigned(version)
                    $0.map { $0.field(1) { $0.unsigned(1) } }
                }
            }
        }
    }
    return encoder.bytes
}
