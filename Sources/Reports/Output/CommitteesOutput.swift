package import Answers
import Coordinates
import Handlingsplan
import Tables

/// The committees there are and were.
extension CommitteesAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        var table = Table([
            .init(words.heading(.code), rank: 0), .init(words.heading(.name), wrapsAt: 44, rank: 0),
            .init(words.heading(.kind)), .init(words.heading(.since)),
            .init(words.heading(.ended)), .init(words.heading(.followedBy), rank: 2),
            .init(words.heading(.openActions), isNumber: true),
        ])
        for committee in committees {
            table.add([
                .text(committee.code), .text(committee.name), .text(committee.kind),
                .text(committee.since),
                .text(committee.ended), .text(committee.followedBy.joined(separator: ", ")),
                .number(committee.openActions),
            ])
        }
        return [
            .text(words.committeesHeading(moment)), .list(table, ifEmpty: words.noCommittees),
        ]
    }
}
