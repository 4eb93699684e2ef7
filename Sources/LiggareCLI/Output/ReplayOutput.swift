import Answers
import Audit
import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

struct ReplayOutput: Output {
    let report: ReplayReport
    let to: CalendarDate
    let log: Log

    init(_ report: ReplayReport, to: CalendarDate, of log: Log) {
        self.report = report
        self.to = to
        self.log = log
    }

    var isRehearsal: Bool { log.founding.isRehearsal }

    var text: String {
        let boards = report.boards.map { Texts.boardName($0) + "\n\n" + boardTable($0) + "\n" }
        let lines =
            [Texts.replayHeading(report, to: to)] + boards + [
                Texts.replayRoot(report, ledger: log.id)
            ]
        return (lines + Texts.findings(report.findings)).joined(separator: "\n")
    }

    var content: any Encodable {
        Content(
            ledger: log.id.description, to: to.description,
            effective: report.moment.effective.description,
            position: report.moment.known.index, root: base64(report.root),
            verified: report.isVerified, rehearsal: isRehearsal,
            findings: report.findings.map(FindingContent.init),
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
        let verified: Bool
        let rehearsal: Bool
        let findings: [FindingContent]
        let boards: [PublishedAnswer<BoardAnswer>]
    }
}
