import Coordinates
package import EntryLog
package import Handlingsplan

/// The committees there are and were.
package struct CommitteesQuestion: Question {
    package init() {}

    package var name: String { "committees" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> CommitteesAnswer {
        let register = CommitteeRegister(try views.committees(), at: moment)
        return CommitteesAnswer(
            committees: try register.all.compactMap { number in
                let board = try views.board(of: number, told: nil, at: moment)
                return ListedCommittee(
                    register[number], in: register, open: board.rows.count { $0.action.isOpen })
            },
            moment: moment, isRehearsal: founding.isRehearsal)
    }
}

package struct CommitteesAnswer: Answer {
    package static let schema = AnswerSchema("committees", 1)

    package let committees: [ListedCommittee]
    package let moment: Moment
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal, committees: committees
        ).encode(to: encoder)
    }

    private struct Content: Encodable {
        let effective: String
        let position: UInt64
        let rehearsal: Bool
        let committees: [ListedCommittee]
    }
}

package struct ListedCommittee: Encodable, Sendable {
    package let committee: UInt32
    package let code: String
    package let name: String
    package let kind: String
    package let since: String
    /// Left out while it is in force.
    package let ended: String?
    /// The one that succeeded it, or those that it was split into.
    package let followedBy: [String]
    /// Those on its board.
    package let openActions: Int

    /// Nil where there is no such committee at the moment.
    package init?(_ story: CommitteeStory, in register: CommitteeRegister, open: Int) {
        let moment = register.moment
        guard let standing = story.standing.value(at: moment),
            let established = story.standing.visible(at: moment).first
        else { return nil }
        let naming = story.naming(at: moment)
        committee = story.number.value
        (code, name) = (naming.code.description, naming.name)
        kind = story.kind.rawValue
        since = established.stamp.effective.description
        ended = story.dissolved(at: moment)?.description
        let followers: [CommitteeNumber] =
            switch standing {
            case .established, .dissolved(successor: nil): []
            case .dissolved(let successor?): [successor]
            case .split(let parts): parts
            }
        followedBy = followers.map { register.code(of: $0).description }
        openActions = open
    }
}
