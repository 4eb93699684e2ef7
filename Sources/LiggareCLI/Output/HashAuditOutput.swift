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

    var text: String {
        (Texts.hashed(report, ledger: log.id) + Texts.findings(report.findings))
            .joined(separator: "\n")
    }

    var content: any Encodable {
        Content(
            ledger: log.id.description, size: report.size.count, root: base64(report.root),
            verified: report.isVerified, rehearsal: isRehearsal,
            findings: report.findings.map(FindingContent.init))
    }

    private struct Content: Encodable {
        let ledger: String
        let size: UInt64
        let root: String
        let verified, rehearsal: Bool
        let findings: [FindingContent]
    }
}
