import Answers
import Audit
import Backups
import Checkpoints
import Coordinates
import EntryLog
import TransparencyLog

/// What was restored.
struct RestorationOutput: Output {
    let report: RestorationReport
    let place: String
    let directory: String

    init(_ report: RestorationReport, from place: String, in directory: String) {
        (self.report, self.place, self.directory) = (report, place, directory)
    }

    var isRehearsal: Bool { report.founding.isRehearsal }

    func text(in words: any Wording) -> String {
        (words.restored(report, from: place, in: directory) + words.findings(report.findings))
            .joined(separator: "\n")
    }

    func content(in words: any Wording) -> any Encodable {
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
