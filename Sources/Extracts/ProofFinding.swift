package import Answers
package import Coordinates
package import EntryLog
package import Failures
package import Handlingsplan
package import PlanLog
package import TransparencyLog

/// Something that is wrong with proofs, or with what is said to follow from them, and where.
package struct ProofFinding: Error, Equatable, Sendable {
    /// Nil where it is not one entry's matter.
    package let position: Position?
    package let problem: ProofProblem

    package init(_ problem: ProofProblem, at position: Position? = nil) {
        self.position = position
        self.problem = problem
    }
}

package enum ProofProblem: Equatable, Sendable {
    /// The file is not as a proof or an extract is written.
    case malformed(String)
    /// The log's key did not sign the checkpoint.
    case checkpoint(NoteError)
    /// The note is another than that of the first proof.
    case otherCheckpoint
    /// The cosignature of a witness does not hold.
    case cosignature(NoteError)
    /// A witness, by the name of its key, did not cosign.
    case notCosigned(by: String)
    /// The proof does not have the entry with it.
    case noEntry
    /// The proof does not come after the one before it.
    case outOfOrder
    case notIncluded
    /// What is with the proof is no entry of this position.
    case notAnEntry(String)
    /// Entry 0 names another origin or another key for checkpoints.
    case otherLog(Founding)
    /// Entry 0 is another than that of the ledger that was asked for.
    case otherLedger(Hash)
    /// Entry 0 is not there, or cannot be read, and is needed to tell which ledger this is.
    case noFounding
    case brokenSeal
    case timeGoesBack(from: Timestamp, to: Timestamp)
    case unsoundSignature(UnsoundSignature)
    /// The signer had no right to record this then.
    case notPermitted(KeyID, RightObjection)
    /// The content is no act that this version knows, or it turns an entry that is not there.
    case notAnAct(String)
    /// The act cannot follow from the others that are there.
    case impossible(ImpossibleEvent)
    /// The checkpoint is of a smaller log than was asked for.
    case smaller(TreeSize, than: TreeSize)
    /// The question is about entries after the checkpoint.
    case unknownYet(Position)
    /// The entries give no answer at all.
    case noAnswer(String)
    /// The answer is of no schema that this version knows; nil where it names none.
    case otherSchema(AnswerSchema?)
    /// The first field of the answer that the entries do not give.
    case otherAnswer(AnswerDifference)
}

extension ProofProblem {
    /// A short word for programs, stable from version to version.
    package var kind: String {
        switch self {
        case .malformed, .noEntry, .notAnEntry: "malformed"
        case .checkpoint, .otherCheckpoint, .smaller, .unknownYet: "checkpoint"
        case .cosignature, .notCosigned: "cosignature"
        case .outOfOrder: "position"
        case .notIncluded: "inclusion"
        case .otherLog, .otherLedger, .noFounding: "ledger"
        case .brokenSeal: "seal"
        case .timeGoesBack: "time"
        case .unsoundSignature: "signature"
        case .notPermitted: "right"
        case .notAnAct, .impossible: "event"
        case .noAnswer, .otherSchema, .otherAnswer: "answer"
        }
    }
}

extension ProofFinding: Failing {
    package var failureKind: FailureKind { .storage("unprovable") }
}
