import Answers
import Coordinates
import Files
import TransparencyLog

/// What is made to be kept as a file, and checked without the ledger.
enum EvidenceKind: String {
    case proof, extract
}

/// A proof or an extract that was made.
struct EvidenceOutput: Output {
    let kind: EvidenceKind
    /// What the file holds.
    let file: String
    let entries: [Position]
    let checkpoint: Checkpoint
    let isRehearsal: Bool
    /// Where it was written; nil where it was not.
    var path: String?

    func text(in words: any Wording) -> String { words.evidence(self) }

    func content(in words: any Wording) -> any Encodable {
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

extension LedgerOptions {
    /// Writes what was made to a file, and says so; or without one prints it, for people as it is.
    func deliver(_ evidence: EvidenceOutput, to path: String?) throws {
        var evidence = evidence
        evidence.path = path
        if let path {
            try WholeFile.write(Array(evidence.file.utf8), to: path, for: .usual)
        } else if format == .text {
            return Swift.print(evidence.file, terminator: "")
        }
        print(evidence)
    }
}
