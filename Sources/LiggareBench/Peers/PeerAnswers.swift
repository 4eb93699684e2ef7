import Coordinates
import FoundationEssentials
import Handlingsplan
import Registry

/// A peer gave another answer than we did. To compare the times of unequal work is worth nothing.
struct UnequalAnswers: Error {
    let question: String
    let ours: [String]
    let theirs: [String]
}

extension PeerRun {
    /// Compares what lay on boards, and by when.
    ///
    /// The committees asked about are none that was merged with another by then, since the peers know
    /// no successors. Status words are left out: ours shows a committee what it inherited with an action
    /// that was handed over, theirs the last that it said itself.
    /// - Returns: how many rows were compared.
    func compareAnswers(with ledger: Ledger) throws -> Int {
        let questions = try ledger.unmergedBoardQuestions(50)
        try writeQuestions(questions, to: place + "/compared.tsv")
        let answers = try output(["--answers"], boards: place + "/compared.tsv")
        let lines = String(decoding: answers, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: true)
        precondition(lines.count == questions.count, "each question is answered")
        var count = 0
        for (question, line) in zip(questions, lines) {
            let ours = try ledger.board(question).rows.map(\.compared).sorted()
            let theirs = comparedRows(of: line).sorted()
            guard ours == theirs else {
                throw UnequalAnswers(question: String(line), ours: ours, theirs: theirs)
            }
            count += ours.count
        }
        return count
    }
}

extension Board.Row {
    fileprivate var compared: String {
        "\(action.number):\(action.deadline?.reading?.latest.map { "\($0)" } ?? "-")"
    }
}

/// The answer's rows are `action:latest:status`, in the last field.
private func comparedRows(of line: Substring) -> [String] {
    let rows = line.split(separator: "\t", omittingEmptySubsequences: false).last ?? ""
    return rows.split(separator: ",").map { row in
        row.split(separator: ":").prefix(2).joined(separator: ":")
    }
}
