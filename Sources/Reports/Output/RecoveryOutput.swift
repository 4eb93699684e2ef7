package import Answers
import Coordinates
package import Repair
import TransparencyLog

/// What was cut off a log.
package struct RecoveryOutput: Output {
    package let report: RecoveryReport
    /// The entries that went, as far as they could be listed.
    package let gone: LogAnswer?

    package init(report: RecoveryReport, gone: LogAnswer?) {
        self.report = report
        self.gone = gone
    }

    package var isRehearsal: Bool { report.isRehearsal }

    package func text(in words: any Wording) -> String {
        let list = report.gone.isEmpty ? nil : gone?.text(in: words, width: nil)
        return (words.recovery(report) + (list.map { ["", $0] } ?? [])).joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            outcome: report.outcome.word, ledger: report.ledger.description,
            size: report.checkpoint.size.count, root: base64(report.checkpoint.root),
            before: report.before.count, gone: report.gone.map(\.index),
            oldLog: Nullable(report.outcome.kept), rehearsal: isRehearsal)
    }

    private struct Content: Encodable {
        let outcome: String
        let ledger: String
        let size: UInt64
        let root: String
        let before: UInt64
        let gone: [UInt64]
        let oldLog: Nullable<String>
        let rehearsal: Bool
    }
}

extension RecoveryReport.Outcome {
    fileprivate var word: String {
        switch self {
        case .nothingBeyond: "nothing-beyond"
        case .inPlace: "in-place"
        case .wouldBeInPlace: "would-be-in-place"
        }
    }

    fileprivate var kept: String? { if case .inPlace(let path) = self { path } else { nil } }
}
