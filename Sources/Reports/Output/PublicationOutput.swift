import Checkpoints
import Coordinates
package import EntryLog
package import Publication
import TransparencyLog

/// What was published.
package struct PublicationOutput: Output {
    package let summary: Publication.Summary
    package let log: Log
    package let directory: String

    package init(_ summary: Publication.Summary, of log: Log, in directory: String) {
        self.summary = summary
        self.log = log
        self.directory = directory
    }

    package var isRehearsal: Bool { log.founding.isRehearsal }

    package func text(in words: any Wording) -> String {
        words.published(summary, in: directory, key: log.founding.verificationKey, ledger: log.id)
    }

    package func content(in words: any Wording) -> any Encodable {
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
