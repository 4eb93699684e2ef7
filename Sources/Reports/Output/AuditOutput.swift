package import Answers
package import Audit
import Coordinates
package import EntryLog
import Handlingsplan
import TransparencyLog

/// One finding, for programs.
package struct FindingContent: Encodable {
    package let position: Nullable<UInt64>
    package let kind: String
    package let detail: String

    package init(_ finding: Finding, in words: any Wording) {
        position = Nullable(finding.position?.index)
        kind = finding.problem.kind
        detail = words.problem(finding.problem)
    }
}

package struct AuditOutput: Output {
    package let report: AuditReport
    /// Nil where the log could not be opened.
    package let log: Log?

    package init(_ report: AuditReport, of log: Log?) {
        self.report = report
        self.log = log
    }

    package var isRehearsal: Bool { log?.founding.isRehearsal ?? false }

    package func text(in words: any Wording) -> String {
        let times = report.isVerified ? words.times(report.sightings, of: report.size) : []
        let remarks =
            words.voidsFound(report.voids)
            + (report.datedAhead.map { [words.datedAhead($0)] } ?? [])
        return
            (words.audit(report, ledger: log?.id) + times + remarks
            + words.findings(report.findings)).joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: Nullable(log?.id.description), size: report.size.count,
            root: base64(report.root),
            entries: report.entryCount, events: report.eventCount, annexes: report.annexCount,
            verified: report.isVerified, rehearsal: isRehearsal,
            times: TimesContent.list(report.sightings, of: report.size),
            voids: VoidContent.list(report.voids), datedAhead: Nullable(report.datedAhead?.index),
            findings: report.findings.map { FindingContent($0, in: words) })
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
        let voids: [VoidContent]
        let datedAhead: Nullable<UInt64>
        let findings: [FindingContent]
    }
}
