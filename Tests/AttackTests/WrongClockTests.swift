import Audit
import Checkpoints
import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import Registry
import TestSupport
import Testing
import TransparencyLog

/// The clock went 95 years ahead, and a witness saw what it dated.
@Suite("A wrong clock and a witness")
struct WrongClockTests {
    private static let seenAt = Timestamp(rfc3339: "2014-01-05T12:00:00.999Z")!

    /// A ledger with an entry of 2014, one of 2109, and what the witness said of both in 2014.
    private func ledger() throws -> TestLedger {
        let ledger = try TestLedger()
        try ledger.record(.establish("KS"))
        ledger.now = Timestamp(rfc3339: "2109-01-03T12:00:00Z")!
        try ledger.record(.establish("SN"), effective: day("2014-01-03"))
        let registry = try ledger.registry
        let (checkpoint, note) = try registry.signCheckpoint(with: TestLedger.checkpointKey)
        let seconds = Self.seenAt.milliseconds / 1000
        try registry.checkpoints.keep(
            note.adding([try HonestLedger.cosignature(of: note.text, at: seconds)]),
            of: checkpoint.size, signedBy: registry.log.founding.verificationKey)
        return ledger
    }

    private func audit(_ ledger: TestLedger) throws -> [Finding] {
        let registry = try ledger.registry
        let known = OutsideKnowledge(witnesses: [HonestLedger.witnessKey])
        return try Audit.audit(
            registry.log, registry.views, registry.annexes, registry.checkpoints, against: known
        ).findings
    }

    @Test("What it dated counts as recorded when it was seen, and time goes on")
    func declared() throws {
        let ledger = try ledger()
        #expect(try audit(ledger).map(\.problem.kind) == ["witness"])
        ledger.now = Timestamp(rfc3339: "2014-01-07T12:00:00Z")!
        let declared = try ledger.record(
            .declareClock(first: Position(2), reason: "Klockan gick 95 år före"))
        #expect(declared.receipt?.recordedAt == Self.seenAt)
        ledger.now = Timestamp(rfc3339: "2014-01-08T12:00:00Z")!
        try ledger.record(.establish("BN"))
        #expect(try audit(ledger) == [])
        let known = try ["2014-01-04", "2014-01-05", "2014-01-08"].map { text in
            try ledger.registry.read { log, views in
                try ledger.registry.moment(
                    effective: nil, known: day(text), now: ledger.now, in: log, views
                ).known
            }
        }
        #expect(known == [Position(1), Position(3), Position(4)])
    }

    @Test("What was seen before the entries that stay right bars nothing, and an audit names it")
    func contradicted() throws {
        let ledger = try ledger()
        ledger.now = Timestamp(rfc3339: "2109-01-04T12:00:00Z")!
        try ledger.record(.establish("BN"), effective: day("2014-01-03"))
        ledger.now = Timestamp(rfc3339: "2109-01-05T12:00:00Z")!
        // As if a witness with a clock of its own had seen entry 3 before entry 2 was recorded.
        let registry = try ledger.registry
        let (checkpoint, note) = try registry.signCheckpoint(with: TestLedger.checkpointKey)
        let seconds = Self.seenAt.milliseconds / 1000
        try registry.checkpoints.keep(
            note.adding([try HonestLedger.cosignature(of: note.text, at: seconds)]),
            of: checkpoint.size, signedBy: registry.log.founding.verificationKey)
        let declared = try ledger.record(
            .declareClock(first: Position(3), reason: "Fel klocka"))
        #expect(declared.receipt?.recordedAt == Timestamp(rfc3339: "2109-01-05T12:00:00Z"))
        #expect(try audit(ledger).allSatisfy { $0.problem.kind == "witness" })
    }
}
