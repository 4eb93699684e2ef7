import Coordinates
import Handlingsplan

struct BoardOutput: Output {
    let board: Board
    let isRehearsal: Bool?

    init(_ board: Board, isRehearsal: Bool) {
        self.board = board
        self.isRehearsal = isRehearsal
    }

    var content: any Encodable { BoardContent(board, isRehearsal: isRehearsal ?? false) }

    var text: String { Texts.boardHeading(board) + "\n\n" + boardTable(board) }
}

/// The rows of a board, or a line that says that there are none.
func boardTable(_ board: Board) -> String {
    guard !board.rows.isEmpty else { return Texts.emptyBoard }
    var table = Table([
        .init(heading: "No", isNumber: true), .init(heading: "Latest"), .init(heading: "Status"),
        .init(heading: "Since"), .init(heading: "Action", wrapsAt: 44),
        .init(heading: "Responsible", wrapsAt: 14), .init(heading: "Deadline", wrapsAt: 26),
    ])
    for row in board.rows {
        table.add([
            row.action.description,
            row.deadline?.reading?.latest.description ?? (row.deadline == nil ? "none" : "unread"),
            Texts.status(row), row.share.since?.description ?? "", row.title,
            row.responsible.map(\.description).joined(separator: ", "), row.deadline?.text ?? "",
        ])
    }
    return table.text
}

/// A board, for programs.
struct BoardContent: Encodable {
    struct Committee: Encodable {
        let code: String
        let name: String
    }

    struct Action: Encodable {
        let action: UInt32
        let title: String
        let plan: String
        let status: String
        let statusSince: Nullable<String>
        let responsible: [String]
        let due: Nullable<DeadlineContent>
        let overdue: Bool
        let closed: Bool
    }

    let committee: Committee
    let effective: String
    let position: UInt64
    let rehearsal: Bool
    let actions: [Action]

    init(_ board: Board, isRehearsal: Bool) {
        committee = Committee(
            code: board.committee.code.description, name: board.committee.name)
        effective = board.moment.effective.description
        position = board.moment.known.index
        rehearsal = isRehearsal
        actions = board.rows.map { row in
            Action(
                action: row.action.value, title: row.title, plan: row.plan.description,
                status: row.share.status.rawValue,
                statusSince: Nullable(row.share.since?.description),
                responsible: row.responsible.map(\.description),
                due: Nullable(row.deadline.map(DeadlineContent.init)), overdue: row.isOverdue,
                closed: row.isClosed)
        }
    }
}

/// A deadline, for programs: the words, and the days that they were read to mean.
struct DeadlineContent: Encodable {
    let text: String
    let earliest: Nullable<String>
    let latest: Nullable<String>
    let rule: Nullable<String>
    let unread: Bool

    init(_ deadline: Deadline) {
        text = deadline.text
        earliest = Nullable(deadline.reading?.earliest?.description)
        latest = Nullable(deadline.reading?.latest.description)
        rule = Nullable(deadline.reading?.rule.rawValue)
        unread = deadline.reading == nil
    }
}

struct DeadlineOutput: Output {
    let deadline: Deadline
    let isRehearsal: Bool? = nil

    init(_ deadline: Deadline) { self.deadline = deadline }

    var content: any Encodable { DeadlineContent(deadline) }
    var text: String { Texts.reading(deadline) }
}
