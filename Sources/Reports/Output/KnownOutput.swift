package import Answers
import Coordinates
import Handlingsplan
import Tables

/// What a committee had been told, and what the ledger held.
extension KnownAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        let heading =
            words.knownHeading(knowledge)
            + (annexes.isEmpty ? "" : "\n" + words.annexes(annexes))
        var table = Table([
            .init(words.heading(.number), isNumber: true, rank: 0),
            .init(words.heading(.action), wrapsAt: 36, rank: 0),
            .init(words.heading(.told), wrapsAt: 24, rank: 2),
            .init(words.heading(.asTold), wrapsAt: 30),
            .init(words.heading(.asHeld), wrapsAt: 30),
            .init(words.heading(.difference), wrapsAt: 44),
        ])
        for row in knowledge.rows {
            table.add([
                .number(row.number.value),
                .text((row.held ?? row.toldState).map(words.title)),
                .text(row.told.map(words.told) ?? words.toldNothing),
                .text(row.toldState.map(words.standingAndStatus)),
                .text(row.held.map(words.standingAndStatus) ?? words.noSuchActionThen),
                .text(words.differences(row)),
            ])
        }
        return [.text(heading), .list(table, ifEmpty: words.nothingKnown)]
    }
}
