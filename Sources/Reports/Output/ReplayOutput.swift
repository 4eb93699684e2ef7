import Answers
package import Audit
package import Coordinates
package import EntryLog
import Handlingsplan
import Tables
import TransparencyLog

package struct ReplayOutput: TabularOutput {
    package let report: ReplayReport
    package let to: CalendarDate
    package let log: Log

    package init(_ report: ReplayReport, to: CalendarDate, of log: Log) {
        self.report = report
        self.to = to
        self.log = log
    }

    package var isRehearsal: Bool { log.founding.isRehearsal }

    package func blocks(in words: any Wording) -> [Block] {
        let found =
            [words.replayRoot(report, ledger: log.id)] + words.findings(report.findings)
        return [.text(words.replayHeading(report, to: to))]
            + report.boards.flatMap { [.text(words.boardName($0)), $0.block(in: words)] }
            + [.text(found.joined(separator: "\n"))]
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: log.id.description, to: to.description,
            effective: report.moment.effective.description,
            position: report.moment.known.index, root: base64(report.root),
            views: report.hasViews, verified: report.isVerified, rehearsal: isRehearsal,
            findings: report.findings.map { FindingContent($0, in: words) },
            boards: report.boards.map {
                PublishedAnswer(BoardAnswer(board: $0, isRehearsal: isRehearsal))
            })
    }

    private struct Content: Encodable {
        let ledger: String
        let to: String
        let effective: String
        let position: UInt64
        let root: String
        let views: Bool
        let verified: Bool
        let rehearsal: Bool
        let findings: [FindingContent]
        let boards: [PublishedAnswer<BoardAnswer>]
    }
}
