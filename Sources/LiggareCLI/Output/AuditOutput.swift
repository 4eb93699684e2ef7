import Audit
import Coordinates
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
    let isRehearsal: Bool?

    init(_ report: AuditReport, isRehearsal: Bool) {
        self.report = report
        self.isRehearsal = isRehearsal
    }

    var text: String {
        (Texts.audit(report) + Texts.findings(report.findings)).joined(separator: "\n")
    }

    var content: any Encodable {
        Content(
            size: report.size.count, root: base64(report.root),
            entries: report.entryCount, events: report.eventCount,
            verified: report.isVerified, rehearsal: isRehearsal ?? false,
            findings: report.findings.map(FindingContent.init))
    }

    private struct Content: Encodable {
        let size: UInt64
        let root: String
        let entries: Int
        let events: Int
        let verified: Bool
        let rehearsal: Bool
        let findings: [FindingContent]
    }
}

struct ReplayOutput: Output {
    let report: ReplayReport
    let to: CalendarDate
    let isRehearsal: Bool?

    init(_ report: ReplayReport, to: CalendarDate, isRehearsal: Bool) {
        self.report = report
        self.to = to
        self.isRehearsal = isRehearsal
    }

    var text: String {
        let boards = report.boards.map { Texts.boardName($0) + "\n\n" + boardTable($0) + "\n" }
        let lines = [Texts.replayHeading(report, to: to)] + boards + [Texts.replayRoot(report)]
        return (lines + Texts.findings(report.findings)).joined(separator: "\n")
    }

    var content: any Encodable {
        Content(
            to: to.description, effective: report.moment.effective.description,
            position: report.moment.known.index, root: base64(report.root),
            verified: report.isVerified, rehearsal: isRehearsal ?? false,
            findings: report.findings.map(FindingContent.init),
            boards: report.boards.map {
                BoardContent($0, isRehearsal: isRehearsal ?? false)
            })
    }

    private struct Content: Encodable {
        let to: String
        let effective: String
        let position: UInt64
        let root: String
        let verified: Bool
        let rehearsal: Bool
        let findings: [FindingContent]
        let boards: [BoardContent]
    }
}
