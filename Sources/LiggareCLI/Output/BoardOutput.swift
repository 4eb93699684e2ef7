import Answers
import Coordinates
import Handlingsplan
import Tables

extension BoardAnswer: TabularOutput {
    var blocks: [Block] { [.text(Texts.boardHeading(board, told: listener)), board.block] }
}

extension Board {
    /// The rows, or a line that says that there are none.
    var block: Block { rows.isEmpty ? .text(Texts.emptyBoard) : .table(table) }

    private var table: Table {
        // Only where somebody has said something of a period.
        let hasPeriods = rows.contains { !Texts.periods($0.share).isEmpty }
        var table = Table(
            [
                .init("No", isNumber: true, rank: 0), .init("Latest"), .init("Status"),
                .init("Since", rank: 4),
            ] + (hasPeriods ? [.init("Forecast and outcome", wrapsAt: 30, rank: 3)] : []) + [
                .init("Action", wrapsAt: 44, rank: 0), .init("Responsible", wrapsAt: 14, rank: 2),
                .init("Deadline", wrapsAt: 26, rank: 3),
            ])
        for row in rows {
            table.add(
                [
                    .number(row.action.number.value), Texts.latest(row.action.deadline),
                    .status(Texts.status(row)), .day(row.share.since),
                ] + (hasPeriods ? [.list(Texts.periods(row.share))] : []) + [
                    .text(Texts.title(row.action)), .text(Texts.responsible(row.action)),
                    .text(row.action.deadline?.text),
                ])
        }
        return table
    }
}
