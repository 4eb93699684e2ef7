import Answers
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import TransparencyLog

/// What a file shows without the ledger, and what is wrong with it.
struct VerificationOutput: Output {
    let kind: EvidenceKind
    /// Nil for a file that cannot be read.
    let verification: Verification?
    let findings: [ProofFinding]
    /// Whether the log's key was taken from the file.
    let vouchesForItself: Bool

    init(
        kind: EvidenceKind, _ verification: Verification, findings: [ProofFinding],
        vouchesForItself: Bool
    ) {
        self.kind = kind
        self.verification = verification
        self.findings = findings
        self.vouchesForItself = vouchesForItself
    }

    init(kind: EvidenceKind, malformed detail: String) {
        self.kind = kind
        verification = nil
        findings = [ProofFinding(.malformed(detail))]
        vouchesForItself = false
    }

    var isVerified: Bool { findings.isEmpty }

    var isRehearsal: Bool { verification?.founding?.isRehearsal ?? false }

    var text: String { Texts.verification(self) }

    /// The entry of a proof that stands alone, without the ledger's founding.
    var loneEntry: (position: Position, recordedAt: Timestamp, keyID: KeyID)? {
        guard let verification, verification.founding == nil,
            let position = verification.entries.positions.first
        else { return nil }
        return try? verification.entries.entry(at: position) {
            (position, $0.recordedAt, $0.keyID)
        }
    }

    var content: any Encodable {
        let checkpoint = verification?.checkpoint
        return Content(
            kind: kind.rawValue, verified: isVerified,
            rehearsal: Nullable(verification?.founding?.isRehearsal),
            ledger: Nullable(verification?.ledger?.description),
            origin: Nullable(checkpoint?.origin), size: Nullable(checkpoint?.size.count),
            root: Nullable(checkpoint.map { base64($0.root) }),
            key: Nullable(verification?.key?.description), keyFromFile: vouchesForItself,
            entries: verification?.entries.positions.map(\.index) ?? [],
            signersKnown: verification?.founding != nil, seals: verification?.sealCount ?? 0,
            seen: (verification?.sightings ?? []).map {
                Seen(witness: $0.witness, at: $0.time.rfc3339)
            },
            findings: findings.map(Found.init))
    }

    private struct Content: Encodable {
        let kind: String
        let verified: Bool
        /// Null where entry 0, which says so, is not there.
        let rehearsal: Nullable<Bool>
        let ledger: Nullable<String>
        let origin: Nullable<String>
        let size: Nullable<UInt64>
        let root: Nullable<String>
        let key: Nullable<String>
        let keyFromFile: Bool
        let entries: [UInt64]
        let signersKnown: Bool
        let seals: Int
        let seen: [Seen]
        let findings: [Found]
    }

    private struct Seen: Encodable {
        let witness: String
        let at: String
    }

    private struct Found: Encodable {
        let position: Nullable<UInt64>
        let kind: String
        let detail: String

        init(_ finding: ProofFinding) {
            position = Nullable(finding.position?.index)
            kind = finding.problem.kind
            detail = Texts.problem(finding.problem)
        }
    }
}
