import Answers
import Coordinates
import Handlingsplan

/// The committees there are and were.
extension CommitteesAnswer: Output {
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
}
