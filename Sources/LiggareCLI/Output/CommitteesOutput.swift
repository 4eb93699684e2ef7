import Coordinates
import Handlingsplan

/// The committees there are and were.
struct CommitteesOutput: Output {
    let committees: [ListedCommittee]
    let moment: Moment
    let isRehearsal: Bool

    var text: String {
        guard !committees.isEmpty else {
            return Texts.committeesHeading(moment) + "\n\n" + Texts.noCommittees
        }
        var table = Table([
            .init(heading: "Code"), .init(heading: "Name", wrapsAt: 44), .init(heading: "Since"),
            .init(heading: "Ended"), .init(heading: "Followed by"),
            .init(heading: "Open actions", isNumber: true),
        ])
        for committee in committees {
            table.add([
                committee.code, committee.name, committee.since, committee.ended ?? "",
                committee.followedBy.joined(separator: ", "), String(committee.openActions),
            ])
        }
        return Texts.committeesHeading(moment) + "\n\n" + table.text
    }

    var content: any Encodable {
        Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal, committees: committees)
    }

    private struct Content: Encodable {
        let effective: String
        let position: UInt64
        let rehearsal: Bool
        let committees: [ListedCommittee]
    }
}

struct ListedCommittee: Encodable {
    let committee: UInt32
    let code: String
    let name: String
    let since: String
    /// Left out while it is in force.
    let ended: String?
    /// The one that succeeded it, or those that it was split into.
    let followedBy: [String]
    /// Those on its board.
    let openActions: Int

    /// Nil where there is no such committee at the moment.
    init?(_ story: CommitteeStory, in register: CommitteeRegister, open: Int) {
        let moment = register.moment
        guard let standing = story.standing.value(at: moment),
            let established = story.standing.visible(at: moment).first
        else { return nil }
        let naming = story.naming(at: moment)
        committee = story.number.value
        (code, name) = (naming.code.description, naming.name)
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
