import Answers
import Coordinates
import Handlingsplan
import Tables

/// The committees there are and were.
extension CommitteesAnswer: TabularOutput {
    var blocks: [Block] {
        guard !committees.isEmpty else {
            return [.text(Texts.committeesHeading(moment)), .text(Texts.noCommittees)]
        }
        var table = Table([
            .init("Code", rank: 0), .init("Name", wrapsAt: 44, rank: 0), .init("Since"),
            .init("Ended"), .init("Followed by", rank: 2), .init("Open actions", isNumber: true),
        ])
        for committee in committees {
            table.add([
                .text(committee.code), .text(committee.name), .text(committee.since),
                .text(committee.ended), .text(committee.followedBy.joined(separator: ", ")),
                .number(committee.openActions),
            ])
        }
        return [.text(Texts.committeesHeading(moment)), .table(table)]
    }
}
