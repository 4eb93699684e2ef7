import Answers
import Coordinates
import Handlingsplan
import Tables

/// What a committee had been told, and what the ledger held.
extension KnownAnswer: TabularOutput {
    var blocks: [Block] {
        let heading =
            Texts.knownHeading(knowledge)
            + (annexes.isEmpty ? "" : "\n" + Texts.annexes(annexes))
        guard !knowledge.rows.isEmpty else { return [.text(heading), .text(Texts.nothingKnown)] }
        var table = Table([
            .init("No", isNumber: true, rank: 0), .init("Action", wrapsAt: 36, rank: 0),
            .init("Told", wrapsAt: 24, rank: 2), .init("As told", wrapsAt: 30),
            .init("As held", wrapsAt: 30), .init("Difference", wrapsAt: 44),
        ])
        for row in knowledge.rows {
            table.add([
                .number(row.number.value),
                .text((row.held ?? row.toldState).map(Texts.title)),
                .text(row.told.map(Texts.told) ?? Texts.toldNothing),
                .text(row.toldState.map(Texts.standingAndStatus)),
                .text(row.held.map(Texts.standingAndStatus) ?? Texts.noSuchActionThen),
                .text(Texts.differences(row)),
            ])
        }
        return [.text(heading), .table(table)]
    }
}
