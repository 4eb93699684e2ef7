import Audit
import Checkpoints
import Coordinates
import EntryLog
import LedgerSupport
import TestSupport
import Testing
import TransparencyLog

/// The rows are in `attacks.md`.
@Suite("Attacks on a published ledger")
struct AttackTableTests {
    @Test("The table is read, and has a row for each attack that is known")
    func table() throws {
        let rows = try Attack.table.get()
        #expect(rows.filter { $0.deed == nil }.map(\.row) == [])
        #expect(Set(rows.map(\.row)).count == rows.count)
        #expect(rows.count == 51)
    }

    @Test("Both verifiers find it, and where it is", arguments: Attack.all)
    func found(attack: Attack) throws {
        let auditor = try Auditor(attack.known)
        let forgery = try attack.forged()
        #expect(try auditor.runVerifier(forgery.directory).said == attack.verifier)
        #expect(try auditor.audit(forgery.directory).findings.said == attack.audit)
        withExtendedLifetime(forgery) {}
    }

    @Test(
        "The audit of the ledger itself finds the same",
        arguments: Attack.all.filter { $0.remade == .everything && !$0.known.contains(.copy) })
    func foundInPlace(attack: Attack) throws {
        let report = try Auditor(attack.known).audit(inPlace: attack.forged())
        #expect(report.findings.said == attack.audit)
    }

    @Test(
        "A program that saw the ledger before does not go on with another history of it",
        arguments: Attack.all.filter { ["5b", "7a", "7b", "8a"].contains($0.row) })
    func refused(attack: Attack) throws {
        let honest = try HonestLedger.made.get()
        let place = try TemporaryDirectory()
        let seen = SeenCheckpoints(folder: place.path)
        try seen.check(Forgery(of: honest).log())
        let log = try attack.forged().log()
        #expect(throws: RolledBack.self) {
            try seen.check(log)
        }
    }

    @Test("Of a ledger that nobody touched, all three audits say the same")
    func untouched() throws {
        let honest = try HonestLedger.made.get()
        let own = honest.audited
        let published = try Auditor().audit(honest.published.path)
        let python = try Auditor().runVerifier(honest.published.path)
        #expect(own.isVerified && published.isVerified && python.verified)
        #expect(own.size == HonestLedger.size)
        let said = [
            Summary(
                size: own.size.count, root: own.root, entries: own.entryCount,
                events: own.eventCount, ledger: honest.id),
            Summary(
                size: published.size?.count, root: published.root, entries: published.entryCount,
                events: published.eventCount, ledger: published.ledger),
            Summary(
                size: python.size, root: Hash(bytes: python.rootBytes.span.bytes),
                entries: python.entries, events: python.events,
                ledger: Hash(bytes: [UInt8](hex: python.ledger ?? "").span.bytes)),
        ]
        #expect(Set(said).count == 1, "\(said)")
    }
}

/// What every audit says of a ledger.
private struct Summary: Hashable {
    let size: UInt64?
    let root: Hash?
    let entries, events: Int
    let ledger: Hash?
}
