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

    /// An action as the committee has it: its own status, and what holds for all.
    struct Action: Encodable {
        let action: ActionContent
        let status: String
        let statusSince: Nullable<String>
        let overdue: Bool
        let told: ToldContent?

        func encode(to encoder: any Encoder) throws {
            try action.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(status, forKey: .status)
            try container.encode(statusSince, forKey: .statusSince)
            try container.encode(overdue, forKey: .overdue)
            try container.encodeIfPresent(told, forKey: .told)
        }

        private enum CodingKeys: CodingKey { case status, statusSince, overdue, told }
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
                action: ActionContent(row.action), status: row.share.status.rawValue,
                statusSince: Nullable(row.share.since?.description), overdue: row.isOverdue,
                told: row.told.map(ToldContent.init))
        }
    }
}

/// When a committee was told, and from what.
struct ToldContent: Encodable {
    let meeting: String
    let from: UInt64
    let recorded: UInt64

    init(_ told: Told) {
        meeting = told.meeting.description
        from = told.from.index
        recorded = told.recorded.index
    }
}
