import Answers
import Checkpoints
package import Coordinates
package import EntryLog
package import Publication
package import TransparencyLog

package struct AskedWitness {
    package let witness: KnownWitness
    package let outcome: CosigningOutcome

    package init(witness: KnownWitness, outcome: CosigningOutcome) {
        self.witness = witness
        self.outcome = outcome
    }
}

/// A checkpoint was signed, and perhaps cosigned.
package struct CheckpointOutput: Output {
    package let log: Log
    package let checkpoint: Checkpoint
    /// With the cosignatures that it has.
    package var note: SignedNote
    package var witnesses: [AskedWitness] = []

    package init(log: Log, checkpoint: Checkpoint, note: SignedNote) {
        self.log = log
        self.checkpoint = checkpoint
        self.note = note
    }

    package var isRehearsal: Bool { log.founding.isRehearsal }

    /// The note itself, but for the newline that ends what is printed.
    package func text(in words: any Wording) -> String { String(note.description.dropLast()) }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: log.id.description, origin: checkpoint.origin, size: checkpoint.size.count,
            root: base64(checkpoint.root), checkpoint: note.description,
            verificationKey: log.founding.verificationKey.description,
            witnesses: witnesses.map(AskedContent.init), rehearsal: isRehearsal)
    }

    private struct Content: Encodable {
        let ledger, origin: String
        let size: UInt64
        let root, checkpoint, verificationKey: String
        let witnesses: [AskedContent]
        let rehearsal: Bool
    }

    private struct AskedContent: Encodable {
        let url, status, name: String
        /// By the witness's clock; null where it did not cosign.
        let time: Nullable<String>

        init(_ asked: AskedWitness) {
            url = asked.witness.url
            name = asked.witness.key.name
            status = asked.outcome.word
            time = Nullable(asked.outcome.cosignature?.time.rfc3339)
        }
    }
}

extension CosigningOutcome {
    /// For programs.
    fileprivate var word: String {
        switch self {
        case .cosigned: "cosigned"
        case .cosignedBefore: "cosigned-before"
        case .unreachable: "unreachable"
        case .ahead: "ahead"
        case .refused: "refused"
        case .unsigned: "unsigned"
        case .unsound: "unsound"
        }
    }
}

extension Cosignature {
    /// By the witness's clock, which has whole seconds.
    package var time: Timestamp { Timestamp(milliseconds: min(posixSeconds, .max / 1000) * 1000) }
}

/// The key that a ledger's checkpoints are verified with.
package struct VerificationKeyOutput: Output {
    package let log: Log

    package init(_ log: Log) { self.log = log }

    package var isRehearsal: Bool { log.founding.isRehearsal }
    package func text(in words: any Wording) -> String { log.founding.verificationKey.description }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: log.id.description, origin: log.founding.origin,
            verificationKey: log.founding.verificationKey.description, rehearsal: isRehearsal)
    }

    private struct Content: Encodable {
        let ledger, origin, verificationKey: String
        let rehearsal: Bool
    }
}

/// The key that a witness's cosignatures are verified with.
package struct WitnessKeyOutput: Output {
    package let key: VerificationKey

    package init(_ key: VerificationKey) { self.key = key }

    package var isRehearsal: Bool { false }
    package func text(in words: any Wording) -> String { key.description }
    package func content(in words: any Wording) -> any Encodable {
        Content(witness: key.name, verificationKey: key.description)
    }

    private struct Content: Encodable {
        let witness, verificationKey: String
    }
}
