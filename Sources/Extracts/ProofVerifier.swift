package import Checkpoints
package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog
package import TransparencyLog

/// What whoever checks proofs knows from elsewhere.
package struct Trust: Sendable {
    /// The log's key; nil to take that which entry 0 names. Then the proofs vouch for themselves.
    package let key: VerificationKey?
    package let ledger: Hash?
    /// Those that must have cosigned.
    package let witnesses: [VerificationKey]
    /// How many entries the log is known to have had.
    package let minimumSize: TreeSize

    package init(
        key: VerificationKey? = nil, ledger: Hash? = nil, witnesses: [VerificationKey] = [],
        minimumSize: TreeSize = TreeSize(0)
    ) {
        self.key = key
        self.ledger = ledger
        self.witnesses = witnesses
        self.minimumSize = minimumSize
    }
}

/// What proofs show.
package struct Verification: Sendable {
    /// The key under which the checkpoint was checked; nil where none is known.
    package let key: VerificationKey?
    /// Nil where that key did not sign it; then nothing else was checked.
    package let checkpoint: Checkpoint?
    package let sightings: [Sighting]
    /// The entries that are in the log.
    package let entries: SelectedEntries
    package let founding: Founding?
    /// How many of them are sealed on entries that are all there.
    package let sealCount: Int
    /// What the entries say together; nil without entry 0, or where they cannot be folded.
    package let state: LedgerState?
    package let findings: [ProofFinding]

    /// The leaf hash of entry 0.
    package var ledger: Hash? {
        entries.bytes(at: Position(0)).map { Hash.leaf($0.span.bytes) }
    }
}

/// Checks proofs, all of one log and ascending, and folds their entries: signatures and
/// cosignatures of the checkpoint, the inclusion of each entry, its signature, its signer's right,
/// its time, and its seal where all entries before it are there, too.
///
/// - Precondition: there is a proof.
package func verify(_ proofs: [LogProof], trusting trust: Trust) -> Verification {
    var verifier = ProofVerifier(trusting: trust)
    verifier.check(proofs)
    return verifier.verification
}

private struct ProofVerifier {
    private let trust: Trust
    private var key: VerificationKey?
    private var checkpoint: Checkpoint?
    private var sightings: [Sighting] = []
    private var entries = SelectedEntries()
    private var founding: Founding?
    private var findings: [ProofFinding] = []

    private var signers = Signers()
    /// Nil without entry 0, and once an act could not be folded.
    private var state: LedgerState?
    private var last: (position: Position, recordedAt: Timestamp)?
    /// The tree over the entries, as long as none is missing.
    private var frontier: Frontier? = Frontier()
    private var sealCount = 0

    init(trusting trust: Trust) { self.trust = trust }

    var verification: Verification {
        Verification(
            key: key, checkpoint: checkpoint, sightings: sightings, entries: entries,
            founding: founding, sealCount: sealCount, state: findings.isEmpty ? state : nil,
            findings: findings)
    }

    mutating func check(_ proofs: [LogProof]) {
        precondition(!proofs.isEmpty, "somebody has to be believed")
        key = trust.key ?? proofs[0].founding?.verificationKey
        guard let key else { return found(.noFounding) }
        guard checkNote(proofs[0].note, under: key) else { return }
        for proof in proofs {
            if proof.note != proofs[0].note { found(.otherCheckpoint, at: proof.position) }
            check(proof)
        }
        checkLedger()
    }

    private mutating func found(_ problem: ProofProblem, at position: Position? = nil) {
        findings.append(ProofFinding(problem, at: position))
    }

    // MARK: The checkpoint

    private mutating func checkNote(_ note: SignedNote, under key: VerificationKey) -> Bool {
        do throws(NoteError) {
            let checkpoint = try Checkpoint(note, signedBy: key)
            self.checkpoint = checkpoint
            if checkpoint.size < trust.minimumSize {
                found(.smaller(checkpoint.size, than: trust.minimumSize))
            }
            checkCosignatures(of: checkpoint, in: note)
            return true
        } catch {
            found(.checkpoint(error))
            return false
        }
    }

    private mutating func checkCosignatures(of checkpoint: Checkpoint, in note: SignedNote) {
        do throws(NoteError) {
            sightings = try checkpoint.sightings(in: note, by: trust.witnesses)
            for witness in trust.witnesses where try note.cosignatures(by: [witness]).isEmpty {
                found(.notCosigned(by: witness.name))
            }
        } catch {
            found(.cosignature(error))
        }
    }

    // MARK: An entry

    private mutating func check(_ proof: LogProof) {
        let position = proof.position
        if let last, position <= last.position { return found(.outOfOrder, at: position) }
        guard let bytes = proof.extra else { return found(.noEntry, at: position) }
        let leaf = Hash.leaf(bytes.span.bytes)
        guard let checkpoint, proof.includes(leaf, in: checkpoint) else {
            return found(.notIncluded, at: position)
        }
        entries.insert(bytes, at: position)
        do {
            try entries.entry(at: position) { try check($0, leaf) }
        } catch EntryLogError.damagedEntry(position, let detail) {
            found(.notAnEntry(detail), at: position)
        } catch EntryLogError.damagedEntry(let other, let detail) {
            found(.notAnAct("it corrects entry \(other): \(detail)"), at: position)
        } catch ActError.malformed(let detail) {
            found(.notAnAct(detail), at: position)
        } catch let error as ImpossibleEvent {
            found(.impossible(error), at: position)
        } catch {
            found(.notAnAct("\(error)"), at: position)
        }
    }

    private mutating func check(_ entry: borrowing Entry, _ leaf: Hash) throws {
        checkTime(of: entry)
        checkSeal(of: entry, leaf)
        if let founding = entry.founding {
            self.founding = founding
            signers.take(founding)
            state = LedgerState(lacksActions: true)
        }
        // Without entry 0, nobody's right is known.
        if founding == nil { return }
        let signer = checkSignature(of: entry)
        if entry.position > Position(0) { try fold(entry, signedBy: signer) }
    }

    private mutating func checkTime(of entry: borrowing Entry) {
        let declaresClock = (try? Act(decoding: entry.content))?.clockDeclared != nil
        if let last, entry.recordedAt < last.recordedAt, !declaresClock {
            found(.timeGoesBack(from: last.recordedAt, to: entry.recordedAt), at: entry.position)
        }
        last = (entry.position, entry.recordedAt)
    }

    private mutating func checkSeal(of entry: borrowing Entry, _ leaf: Hash) {
        guard let before = frontier, before.size.end == entry.position else {
            frontier = nil
            return
        }
        if entry.seal == before.root {
            sealCount += 1
        } else {
            found(.brokenSeal, at: entry.position)
        }
        frontier?.append(leaf)
    }

    private mutating func checkSignature(of entry: borrowing Entry) -> PublicKey? {
        do {
            return try signers.signer(of: entry)
        } catch {
            found(.unsoundSignature(error), at: entry.position)
            return nil
        }
    }

    private mutating func fold(_ entry: borrowing Entry, signedBy signer: PublicKey?) throws {
        let recorded = try recordedAct(entry, in: entries)
        if let signer {
            let objection = signers.objection(to: recorded, by: signer) { state?.committee($0) }
            if let objection {
                found(.notPermitted(signer.id, objection), at: entry.position)
            } else {
                try signers.take(recorded)
            }
        }
        if findings.isEmpty { try state?.evolve(recorded) }
    }

    // MARK: The ledger

    /// Entry 0 founds the ledger that was asked for, and the log that signed the checkpoint.
    private mutating func checkLedger() {
        let zero = Position(0)
        if let key, let founding, founding.verificationKey != key {
            found(.otherLog(founding), at: zero)
        }
        guard let ledger = trust.ledger else { return }
        guard let bytes = entries.bytes(at: zero) else { return found(.noFounding) }
        let leaf = Hash.leaf(bytes.span.bytes)
        if leaf != ledger { found(.otherLedger(leaf), at: zero) }
    }
}

extension LogProof {
    /// What entry 0 says, on nobody's word; nil if the proof is of another, or does not have it.
    fileprivate var founding: Founding? {
        guard position == Position(0), let extra else { return nil }
        return try? Entry.lend(extra.span.bytes, at: position) { $0.founding }
    }
}
