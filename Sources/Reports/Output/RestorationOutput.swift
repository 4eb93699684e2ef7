import Answers
import Audit
package import Backups
import Checkpoints
import Coordinates
import EntryLog
import TransparencyLog

/// What was restored.
package struct RestorationOutput: Output {
    package let report: RestorationReport
    package let place: String
    package let directory: String

    package init(_ report: RestorationReport, from place: String, in directory: String) {
        (self.report, self.place, self.directory) = (report, place, directory)
    }

    package var isRehearsal: Bool { report.founding.isRehearsal }

    package func text(in words: any Wording) -> String {
        (words.restored(report, from: place, in: directory) + words.findings(report.findings))
            .joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: report.ledger.description, place: place, directory: directory,
            size: report.head.size.count, root: base64(report.head.root),
            recordedAt: report.head.recordedAt.rfc3339, leftOut: report.leftOut,
            checkpointsLeftOut: report.checkpointsLeftOut.map(\.count),
            verified: report.isSound, rehearsal: isRehearsal,
            findings: report.findings.map { FindingContent($0, in: words) })
    }

    private struct Content: Encodable {
        let ledger, place, directory: String
        let size: UInt64
        let root, recordedAt: String
        let leftOut: UInt64
        let checkpointsLeftOut: [UInt64]
        let verified, rehearsal: Bool
        let findings: [FindingContent]
    }
}
