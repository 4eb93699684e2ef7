import Answers
import Audit
import Coordinates
package import Repair
import TransparencyLog

/// The account of a repair.
package struct RepairOutput: Output {
    package let report: RepairReport

    package init(report: RepairReport) {
        self.report = report
    }

    package var isRehearsal: Bool { report.isRehearsal }

    package func text(in words: any Wording) -> String {
        words.repair(report).joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            outcome: report.outcome.word, ledger: Nullable(report.ledger?.description),
            size: report.size.count, root: base64(report.root),
            known: Nullable(report.known?.size.count), complete: report.isComplete,
            vouched: report.vouched.count,
            checkpoint: Nullable(report.checkpoint?.checkpoint.size.count),
            missing: report.missing.map { RangeContent($0) },
            unplaced: report.unplaced.map { RangeContent($0) },
            sources: report.sources.map { SourceContent($0, in: words) },
            damagedLog: Nullable(kept),
            damages: report.damages.map { FindingContent($0, in: words) },
            findings: report.findings.map { FindingContent($0, in: words) }, rehearsal: isRehearsal)
    }

    /// Where the damaged log is now.
    private var kept: String? {
        if case .inPlace(let kept) = report.outcome { return kept }
        return report.finishedEarlier
    }

    private struct Content: Encodable {
        let outcome: String
        let ledger: Nullable<String>
        let size: UInt64
        let root: String
        let known: Nullable<UInt64>
        let complete: Bool
        let vouched: UInt64
        let checkpoint: Nullable<UInt64>
        let missing, unplaced: [RangeContent]
        let sources: [SourceContent]
        let damagedLog: Nullable<String>
        let damages, findings: [FindingContent]
        let rehearsal: Bool
    }

    private struct RangeContent: Encodable {
        let first, last: UInt64

        init(_ range: Range<Position>) {
            first = range.lowerBound.index
            last = range.upperBound.index - 1
        }
    }

    private struct SourceContent: Encodable {
        let place: String
        let entries: UInt64
        let problems: [String]

        init(_ source: RepairReport.Source, in words: any Wording) {
            place = source.place
            entries = source.taken
            problems = source.problems.map { words.problem($0) }
        }
    }
}

extension RepairReport.Outcome {
    /// For programs, stable from version to version.
    fileprivate var word: String {
        switch self {
        case .notDamaged: "not-damaged"
        case .inPlace: "in-place"
        case .wouldBeInPlace: "would-be-in-place"
        case .left: "left"
        }
    }
}
