package import Answers
package import Audit
package import Checkpoints
package import Coordinates
import TransparencyLog

/// What an audit of a published ledger found.
package struct PublishedAuditOutput: Output {
    package let report: PublishedReport
    /// The directory of the auditor's copy.
    package let copy: String

    package init(_ report: PublishedReport, copy: String) {
        self.report = report
        self.copy = copy
    }

    package var isRehearsal: Bool { report.isRehearsal }

    package func text(in words: any Wording) -> String {
        (words.audit(report, copy: copy) + words.voidsFound(report.voids)
            + words.findings(report.findings))
            .joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: Nullable(report.ledger?.description), size: Nullable(report.size?.count),
            root: Nullable(report.root.map(base64)), before: report.before.count,
            entries: report.entryCount, events: report.eventCount, annexes: report.annexCount,
            files: report.fileCount, bytes: report.byteCount, verified: report.isVerified,
            rehearsal: isRehearsal, copy: copy,
            times: report.size.map { TimesContent.list(report.sightings, of: $0) } ?? [],
            voids: VoidContent.list(report.voids),
            findings: report.findings.map { FindingContent($0, in: words) })
    }

    private struct Content: Encodable {
        let ledger: Nullable<String>
        let size: Nullable<UInt64>
        let root: Nullable<String>
        let before: UInt64
        let entries, events, annexes, files, bytes: Int
        let verified, rehearsal: Bool
        let copy: String
        let times: [TimesContent]
        let voids: [VoidContent]
        let findings: [FindingContent]
    }
}

/// What witnesses say of the recorded times of a run of entries, for programs.
package struct TimesContent: Encodable {
    package let from, to: UInt64
    /// The witness's time at which the entries existed; null where nobody else saw them.
    package let existedBy: Nullable<String>
    package let witness: Nullable<String>
    /// The witness's time at which the log was shown without them.
    package let notSeenAt: Nullable<String>

    package static func list(_ sightings: Sightings, of size: TreeSize) -> [TimesContent] {
        sightings.runs(of: size).map { run in
            let existed = sightings.earliest(with: run.lowerBound)
            let without = sightings.latest(without: run.lowerBound)
            return TimesContent(
                from: run.lowerBound.index, to: run.upperBound.index - 1,
                existedBy: Nullable(existed?.time.rfc3339), witness: Nullable(existed?.witness),
                notSeenAt: Nullable(without?.time.rfc3339))
        }
    }
}
