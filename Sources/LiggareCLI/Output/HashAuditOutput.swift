import Answers
import Audit
import Coordinates
import EntryLog
import TransparencyLog

/// What hashing a ledger again found.
struct HashAuditOutput: Output {
    let report: HashReport
    let log: Log

    init(_ report: HashReport, of log: Log) {
        self.report = report
        self.log = log
    }

    var isRehearsal: Bool { log.founding.isRehearsal }

    func text(in words: any Wording) -> String {
        (words.hashed(report, ledger: log.id) + words.findings(report.findings))
            .joined(separator: "\n")
    }

    func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: log.id.description, size: report.size.count, root: base64(report.root),
            verified: report.isVerified, rehearsal: isRehearsal,
            findings: report.findings.map { FindingContent($0, in: words) })
    }

    private struct Content: Encodable {
        let ledger: String
        let size: UInt64
        let root: String
        let verified, rehearsal: Bool
        let findings: [FindingContent]
    }
}
