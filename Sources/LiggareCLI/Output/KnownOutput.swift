import Answers
import Coordinates
import Handlingsplan

/// What a committee had been told, and what the ledger held.
extension KnownAnswer: Output {
    var text: String {
        guard !knowledge.rows.isEmpty else {
            return heading + "\n\n" + Texts.nothingKnown
        }
        var table = Table([
            .init(heading: "No", isNumber: true), .init(heading: "Action", wrapsAt: 36),
            .init(heading: "Told", wrapsAt: 24), .init(heading: "As told", wrapsAt: 30),
            .init(heading: "As held", wrapsAt: 30), .init(heading: "Difference", wrapsAt: 44),
        ])
        for row in knowledge.rows {
            table.add([
                row.number.description, (row.held ?? row.toldState).map(Texts.title) ?? "",
                row.told.map(Texts.told) ?? Texts.toldNothing,
                row.toldState.map(Texts.standingAndStatus) ?? "",
                row.held.map(Texts.standingAndStatus) ?? Texts.noSuchActionThen,
                Texts.differences(row),
            ])
        }
        return heading + "\n\n" + table.text
    }

    private var heading: String {
        Texts.knownHeading(knowledge) + (annexes.isEmpty ? "" : "\n" + Texts.annexes(annexes))
    }
}
