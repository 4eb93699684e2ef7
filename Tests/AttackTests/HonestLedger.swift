import Audit
import Checkpoints
import Coordinates
import Handlingsplan
import LedgerSupport
import PlanLog
import Publication
import Registry
import TestSupport
import TransparencyLog

@testable import EntryLog

/// The ledger that is attacked, as it was when nobody had touched it.
final class HonestLedger: Sendable {
    static let made = Result { try HonestLedger() }

    static let size = TreeSize(300)
    /// What the witness cosigned.
    static let witnessedSize = TreeSize(200)

    static let registrar = TestLedger.key(5)
    static let revoked = TestLedger.key(6)
    static let stranger = TestLedger.key(7)
    static let witness = TestLedger.key(8)
    static let witnessName = "witness.example/w1"
    static let witnessKey = VerificationKey(
        named: witnessName, type: .cosignature, of: witness)
    static let key = TestLedger.founding.verificationKey

    /// The keys that ever signed, and the ledger's own.
    static let signers = [
        TestLedger.founder, TestLedger.checkpointKey, registrar, revoked, stranger,
    ]

    /// The published directory.
    let published: TemporaryDirectory
    /// What its own audit says.
    let audited: AuditReport
    let entries: [[UInt8]]
    let id: Hash
    let checkpoint: Checkpoint

    private init() throws {
        published = try TemporaryDirectory()
        let ledger = try TestLedger()
        try Self.record(in: ledger, upTo: Self.witnessedSize)
        try ledger.cosign()
        try Self.record(in: ledger, upTo: Self.size)
        checkpoint = try ledger.publish(at: published.path)
        audited = try ledger.audit()
        let log = try ledger.registry.log
        id = log.id
        entries = try log.read { log in
            try (0..<log.size.count).map {
                try log.bytes(at: Position($0)).withUnsafeBytes { Array($0) }
            }
        }
    }

    private static func record(in ledger: TestLedger, upTo size: TreeSize) throws {
        if try ledger.size == TreeSize(1) { try begin(ledger) }
        while try ledger.size < size {
            let position = try ledger.size.count
            if position.isMultiple(of: 7) {
                let status = Status.allCases[Int(position / 7) % Status.allCases.count]
                try ledger.record(.report(4, status), by: registrar)
            } else {
                try ledger.record(.amend(1, "Text \(position)"))
            }
        }
    }

    /// Actions 1 to 3 are those of KS, 4 to 6 those of SN.
    private static func begin(_ ledger: TestLedger) throws {
        try ledger.record([
            .establish("KS"), .establish("SN"), .adopt("plan", actions: 3, by: "KS"),
            .adopt("plan-sn", actions: 3, by: "SN"),
        ])
        for key in [registrar, revoked] {
            let grant = KeyGrant(Writer(key.publicKey), committees: [code("SN")])
            try ledger.record(.grantKey(grant))
        }
        try ledger.record(.report(4, .ongoing), by: registrar)
        try ledger.record(.report(5, .ongoing), by: revoked)
        try ledger.record(.revokeKey(Writer(revoked.publicKey), reason: "Slutat"))
    }
}

extension TestLedger {
    /// Signs the checkpoint of the ledger as it stands, which the witness sees a minute after the
    /// last entry.
    fileprivate func cosign() throws {
        let registry = try registry
        let (checkpoint, note) = try registry.signCheckpoint(with: TestLedger.checkpointKey)
        let seconds = try registry.log.read { $0.head.recordedAt.milliseconds } / 1000 + 60
        try registry.checkpoints.keep(
            note.adding([try HonestLedger.cosignature(of: note.text, at: seconds)]),
            of: checkpoint.size, signedBy: registry.log.founding.verificationKey)
    }

    fileprivate func publish(at path: String) throws -> Checkpoint {
        let registry = try registry
        let (checkpoint, note) = try registry.signCheckpoint(with: TestLedger.checkpointKey)
        _ = try Publication(path: path).publish(
            registry.log, checkpoint, note, beside: registry.checkpoints)
        return checkpoint
    }
}

extension HonestLedger {
    static func cosignature(of text: String, at posixSeconds: Int64) throws -> NoteSignature {
        try .cosign(text, at: posixSeconds, as: witnessName, with: witness)
    }
}
