import Checkpoints
import Coordinates
import EntryLog
import Publication
import TransparencyLog

/// What was published.
struct PublicationOutput: Output {
    let summary: Publication.Summary
    let log: Log
    let directory: String

    init(_ summary: Publication.Summary, of log: Log, in directory: String) {
        self.summary = summary
        self.log = log
        self.directory = directory
    }

    var isRehearsal: Bool { log.founding.isRehearsal }

    func text(in words: any Wording) -> String {
        words.published(summary, in: directory, key: log.founding.verificationKey, ledger: log.id)
    }

    func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: log.id.description, directory: directory, size: summary.size.count,
            before: summary.before.count, files: summary.fileCount, bytes: summary.byteCount,
            verificationKey: log.founding.verificationKey.description, rehearsal: isRehearsal)
    }

    private struct Content: Encodable {
        let ledger, directory: String
        let size, before: UInt64
        let files, bytes: Int
        let verificationKey: String
        let rehearsal: Bool
    }
}
