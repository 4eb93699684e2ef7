import Coordinates
import Handlingsplan

/// What a committee had been told, and what the ledger held.
struct KnownOutput: Output {
    let knowledge: Knowledge
    /// What lay before the committee on the day.
    let annexes: [Annex]
    let isRehearsal: Bool

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

    var content: any Encodable {
        Content(
            committee: knowledge.committee.code.description, name: knowledge.committee.name,
            on: knowledge.day.description, position: knowledge.position.index,
            rehearsal: isRehearsal, annexes: annexes.map(AnnexContent.init),
            actions: knowledge.rows.map(Row.init))
    }

    private struct Content: Encodable {
        let committee: String
        let name: String
        let on: String
        let position: UInt64
        let rehearsal: Bool
        let annexes: [AnnexContent]
        let actions: [Row]
    }

    private struct Row: Encodable {
        let action: UInt32
        /// When and from what the committee was told last; null where it was told nothing.
        let told: Nullable<ToldContent>
        let asTold: Nullable<ActionContent>
        let asHeld: Nullable<ActionContent>
        let differences: [DifferenceContent]

        init(_ row: Knowledge.Row) {
            action = row.number.value
            told = Nullable(row.told.map(ToldContent.init))
            asTold = Nullable(row.toldState.map(ActionContent.init))
            asHeld = Nullable(row.held.map(ActionContent.init))
            differences = row.differences.map(DifferenceContent.init)
        }
    }
}
