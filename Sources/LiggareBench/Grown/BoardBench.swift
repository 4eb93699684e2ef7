import Handlingsplan
import Registry

/// How long boards took, in milliseconds: each round asks all questions.
struct BoardTimes {
    private(set) var rounds: [[Double]] = []
    /// How many actions each board had.
    private(set) var rowCounts: [Int] = []

    var all: [Double] { rounds.flatMap(\.self) }

    /// Each question as a reader in this process asks it, who opens a snapshot for it.
    init(of ledger: Ledger, _ questions: [BoardQuestion], rounds count: Int = 3) throws {
        for _ in 0..<count {
            rowCounts = []
            let times = try timed(questions.count) { index in
                rowCounts.append(try ledger.board(questions[index]).rows.count)
            }
            rounds.append(times.map(\.milliseconds))
        }
    }

    var figures: [Figure] {
        [
            Figure("board.past", all, in: .milliseconds, aim: 3),
            Figure("board.past.p99", rounds.map(\.percentile99), in: .milliseconds, aim: 15),
        ]
    }

    var remark: String {
        "A board has \(rowCounts.sorted()[rowCounts.count / 2]) rows in the median, and "
            + "\(rowCounts.max() ?? 0) at the most."
    }
}

extension Ledger {
    func board(_ question: BoardQuestion) throws -> Board {
        try read { _, views in
            try views.board(of: question.committee, at: question.moment)
        }
    }
}

/// `liggare board` at that size, from process start to exit.
func measureBoardCommand(
    _ count: Int, of liggare: String, _ ledger: GrownLedger, _ questions: [BoardQuestion]
) throws -> Figure {
    let times = try timed(count) { run in
        let question = questions[run % questions.count]
        try LiggareBench.run(
            liggare,
            [
                "board", "\(question.code)", "--effective", "\(question.moment.effective)",
                "--known", "\(question.known)", "--ledger", ledger.path,
            ])
    }
    return Figure("cli.board", times, aimMilliseconds: 15)
}
