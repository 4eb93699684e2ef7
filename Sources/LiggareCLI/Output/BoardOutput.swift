import Answers
import Coordinates
import Handlingsplan

extension BoardAnswer: Output {
    var text: String { Texts.boardHeading(board, told: listener) + "\n\n" + boardTable(board) }
}

/// The rows of a board, or a line that says that there are none.
func boardTable(_ board: Board) -> String {
    guard !board.rows.isEmpty else { return Texts.emptyBoard }
    // Only where somebody has said something of a period.
    let hasPeriods = board.rows.contains { !Texts.periods($0.share).isEmpty }
    let periods = Table.Column(heading: "Forecast and outcome", wrapsAt: 30)
    var table = Table(
        [
            .init(heading: "No", isNumber: true), .init(heading: "Latest"),
            .init(heading: "Status"), .init(heading: "Since"),
        ] + (hasPeriods ? [periods] : []) + [
            .init(heading: "Action", wrapsAt: 44), .init(heading: "Responsible", wrapsAt: 14),
            .init(heading: "Deadline", wrapsAt: 26),
        ])
    for row in board.rows {
        table.add(
            [
                row.action.number.description, Texts.latest(row.action.deadline),
                Texts.status(row), row.share.since?.description ?? "",
            ] + (hasPeriods ? [Texts.periods(row.share).joined(separator: "\n")] : []) + [
                Texts.title(row.action), Texts.responsible(row.action),
                row.action.deadline?.text ?? "",
            ])
    }
    return table.text
}
