import Answers
import Checkpoints
package import Coordinates
package import EntryLog
package import Extracts
import TransparencyLog

/// What a file shows without the ledger, and what is wrong with it.
package struct VerificationOutput: Output {
    package let kind: EvidenceKind
    /// Nil for a file that cannot be read.
    package let verification: Verification?
    package let findings: [ProofFinding]
    package let trust: Trust
    /// Of an extract, what follows from its entries.
    package private(set) var answer: ExtractAnswer?
    /// Whether the words in the file are those that this program has for the answer.
    package private(set) var isReadingOurs = true

    package init(
        kind: EvidenceKind, _ verification: Verification, findings: [ProofFinding],
        trusting trust: Trust
    ) {
        self.kind = kind
        self.verification = verification
        self.findings = findings
        self.trust = trust
    }

    package init(
        _ extract: Extract, _ checked: CheckedExtract, trusting trust: Trust,
        in words: any Wording
    ) {
        self.init(
            kind: .extract, checked.verification, findings: checked.findings, trusting: trust)
        guard isVerified, let answer = checked.answer else { return }
        self.answer = answer
        let reading = try? extractReading(
            answer, at: extract.question.moment, checked.verification, in: words)
        isReadingOurs = reading == extract.reading
    }

    /// Checks an extract or a proof.
    /// - Throws: `UnrecognisedFile`, `UsageError.noVerificationKey` for a proof that does not say
    ///   whose it is.
    package init(
        of bytes: [UInt8], in path: String, trusting trust: Trust, _ words: any Wording
    ) throws {
        if Extract.isOpened(by: bytes) {
            do {
                let extract = try Extract(bytes)
                self.init(extract, extract.check(trusting: trust), trusting: trust, in: words)
            } catch {
                self.init(kind: .extract, malformed: words.malformed(error))
            }
        } else if LogProof.isOpened(by: bytes) {
            let proof: LogProof
            do {
                proof = try LogProof(bytes)
            } catch {
                self.init(kind: .proof, malformed: "\(error)")
                return
            }
            guard trust.key != nil || proof.position == Position(0) else {
                throw UsageError.noVerificationKey
            }
            let verification = Extracts.verify([proof], trusting: trust)
            self.init(
                kind: .proof, verification, findings: verification.findings, trusting: trust)
        } else {
            throw UnrecognisedFile(path: path)
        }
    }

    /// Whether the log's key was taken from the file.
    package var vouchesForItself: Bool { verification != nil && trust.key == nil }

    private init(kind: EvidenceKind, malformed detail: String) {
        self.kind = kind
        verification = nil
        findings = [ProofFinding(.malformed(detail))]
        trust = Trust()
    }

    package var isVerified: Bool { findings.isEmpty }

    package var isRehearsal: Bool { verification?.founding?.isRehearsal ?? false }

    package func text(in words: any Wording) -> String { words.verification(self) }

    /// The entry of a proof that stands alone, without the ledger's founding.
    package var loneEntry: (position: Position, recordedAt: Timestamp, keyID: KeyID)? {
        guard let verification, verification.founding == nil,
            let position = verification.entries.positions.first
        else { return nil }
        return try? verification.entries.entry(at: position) {
            (position, $0.recordedAt, $0.keyID)
        }
    }

    package func content(in words: any Wording) -> any Encodable {
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
            answer: answer.map { AnyEncodable($0.value.forPrograms) },
            readingIsOurs: answer == nil ? nil : isReadingOurs,
            findings: findings.map { Found($0, in: words) })
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
        let answer: AnyEncodable?
        let readingIsOurs: Bool?
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

        init(_ finding: ProofFinding, in words: any Wording) {
            position = Nullable(finding.position?.index)
            kind = finding.problem.kind
            detail = words.problem(finding.problem)
        }
    }
}

/// What is encoded as it is.
private struct AnyEncodable: Encodable {
    let value: any Encodable

    init(_ value: any Encodable) { self.value = value }

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
