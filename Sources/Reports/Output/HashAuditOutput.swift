import Answers
package import Audit
import Coordinates
package import EntryLog
import TransparencyLog

/// What hashing a ledger again found.
package struct HashAuditOutput: Output {
    package let report: HashReport
    package let log: Log

    package init(_ report: HashReport, of log: Log) {
        self.report = report
        self.log = log
    }

    package var isRehearsal: Bool { log.founding.isRehearsal }

    package func text(in words: any Wording) -> String {
        (words.hashed(report, ledger: log.id) + words.findings(report.findings))
            .joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
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
