import Answers
package import Coordinates
import Files
package import TransparencyLog

/// What is made to be kept as a file, and checked without the ledger.
package enum EvidenceKind: String {
    case proof, extract
    /// An entry with its receipt, in COSE.
    case statement
}

/// A proof or an extract that was made.
package struct EvidenceOutput: Output {
    package let kind: EvidenceKind
    /// What the file holds.
    package let file: String
    package let entries: [Position]
    package let checkpoint: Checkpoint
    package let isRehearsal: Bool
    /// Where it was written; nil where it was not.
    package var path: String?

    package init(
        kind: EvidenceKind, file: String, entries: [Position], checkpoint: Checkpoint,
        isRehearsal: Bool, path: String? = nil
    ) {
        self.kind = kind
        self.file = file
        self.entries = entries
        self.checkpoint = checkpoint
        self.isRehearsal = isRehearsal
        self.path = path
    }

    package func text(in words: any Wording) -> String { words.evidence(self) }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            kind: kind.rawValue, file: path, text: path == nil ? file : nil,
            entries: entries.map(\.index), origin: checkpoint.origin, size: checkpoint.size.count,
            root: base64(checkpoint.root), rehearsal: isRehearsal)
    }

    private struct Content: Encodable {
        let kind: String
        let file: String?
        let text: String?
        let entries: [UInt64]
        let origin: String
        let size: UInt64
        let root: String
        let rehearsal: Bool
    }
}
