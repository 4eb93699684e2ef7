import Coordinates
import Handlingsplan

/// A board, for programs.
struct BoardContent: Encodable {
    struct Committee: Encodable {
        let code: String
        let name: String
        /// Left out while the committee is in force.
        let dissolved: String?
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
            code: board.committee.code.description, name: board.committee.name,
            dissolved: board.dissolved?.description)
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
