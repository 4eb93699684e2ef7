package import Answers
import Coordinates
package import Handlingsplan
import Tables

extension BoardAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        [.text(words.boardHeading(board, told: listener)), board.block(in: words)]
    }
}

extension Board {
    /// The rows, or a line that says that there are none.
    package func block(in words: any Wording) -> Block {
        .list(table(in: words), ifEmpty: words.emptyBoard)
    }

    private func table(in words: any Wording) -> Table {
        // Only where somebody has said something of a period.
        let hasPeriods = rows.contains { !words.periods($0.share).isEmpty }
        var table = Table(
            [
                .init(words.heading(.number), isNumber: true, rank: 0),
                .init(words.heading(.latest)), .init(words.heading(.status)),
                .init(words.heading(.since), rank: 4),
            ]
                + (hasPeriods
                    ? [.init(words.heading(.forecastAndOutcome), wrapsAt: 30, rank: 3)] : []) + [
                    .init(words.heading(.action), wrapsAt: 44, rank: 0),
                    .init(words.heading(.responsible), wrapsAt: 14, rank: 2),
                    .init(words.heading(.deadline), wrapsAt: 26, rank: 3),
                ])
        for row in rows {
            table.add(
                [
                    .number(row.action.number.value), words.latest(row.action.deadline),
                    .status(words.status(row)), .day(row.share.since),
                ] + (hasPeriods ? [.list(words.periods(row.share))] : []) + [
                    .text(words.title(row.action)), .text(words.responsible(row.action)),
                    .text(row.action.deadline?.text),
                ])
        }
        return table
    }
}
