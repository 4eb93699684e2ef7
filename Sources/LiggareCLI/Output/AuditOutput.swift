import Answers
import Audit
import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

/// One finding, for programs.
struct FindingContent: Encodable {
    let position: Nullable<UInt64>
    let kind: String
    let detail: String

    init(_ finding: Finding) {
        position = Nullable(finding.position?.index)
        kind = finding.problem.kind
        detail = Texts.problem(finding.problem)
    }
}

struct AuditOutput: Output {
    let report: AuditReport
    /// Nil where the log could not be opened.
    let log: Log?

    init(_ report: AuditReport, of log: Log?) {
        self.report = report
        self.log = log
    }

    var isRehearsal: Bool { log?.founding.isRehearsal ?? false }

    var text: String {
        let times = report.isVerified ? Texts.times(report.sightings, of: report.size) : []
        return (Texts.audit(report, ledger: log?.id) + times + Texts.findings(report.findings))
            .joined(separator: "\n")
    }

    var content: any Encodable {
        Content(
            ledger: Nullable(log?.id.description), size: report.size.count,
            root: base64(report.root),
            entries: report.entryCount, events: report.eventCount, annexes: report.annexCount,
            verified: report.isVerified, rehearsal: isRehearsal,
            times: TimesContent.list(report.sightings, of: report.size),
            findings: report.findings.map(FindingContent.init))
    }

    private struct Content: Encodable {
        let ledger: Nullable<String>
        let size: UInt64
        let root: String
        let entries: Int
        let events: Int
        let annexes: Int
        let verified: Bool
        let rehearsal: Bool
        let times: [TimesContent]
        let findings: [FindingContent]
    }
}
