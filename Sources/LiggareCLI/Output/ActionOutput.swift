import Answers
import Coordinates
import EntryLog
import Handlingsplan
import Tables

/// One action, and its whole story.
extension ActionAnswer: TabularOutput {
    var blocks: [Block] {
        var blocks = [Block.text(Texts.actionHeading(number, state, moment))]
        if let state {
            blocks.append(.text(Texts.facts(facts(of: state))))
            if !state.shares.isEmpty { blocks.append(.table(shares(of: state))) }
            if !state.occurrences.isEmpty { blocks.append(.table(occurrences(of: state))) }
        }
        blocks.append(.table(history.table))
        return blocks
    }

    private func facts(of state: ActionState) -> [(String, String)] {
        var facts = [("plan", state.slug.description), ("standing", Texts.standing(state))]
        facts += state.areas.map { ("area", Texts.area($0, areas, at: moment)) }
        facts += state.goals.map { ("goal", Texts.goal($0, goals, at: moment)) }
        facts.append(("status", Texts.consolidation(state)))
        if let deadline = state.deadline {
            facts.append(("deadline", "\"\(deadline.text)\""))
            facts.append(
                ("read as", deadline.reading.map(Texts.reading) ?? Texts.notRead))
        }
        if let comment = state.comment { facts.append(("comment", comment)) }
        facts += state.partners.map { ("partner", Texts.partner($0)) }
        facts += annexes.map { ("annex", Texts.annex($0)) }
        facts += told.map { ("told", Texts.told($0.code, $0.told)) }
        return facts
    }

    private func shares(of state: ActionState) -> Table {
        var table = Table([
            .init("Committee", rank: 0), .init("Status"), .init("Since"),
            .init("Reported", rank: 2),
            .init("Outcome"), .init("Forecast", wrapsAt: 30),
            .init("Comment", wrapsAt: 40, rank: 3),
        ])
        for share in state.shares {
            table.add([
                .text(share.code.description + (share.code == state.lead ? " (lead)" : "")),
                .status(share.status.rawValue), .day(share.since), .day(share.reported),
                .text(Texts.outcome(share)), .text(share.forecast.map(Texts.expected)),
                .text(share.latest?.comment),
            ])
        }
        return table
    }

    private func occurrences(of state: ActionState) -> Table {
        var table = Table([
            .init("From"), .init("Due", rank: 0), .init("Stands", rank: 0),
        ])
        for standing in state.occurrences {
            table.add([
                .day(standing.occurrence.first), .day(standing.occurrence.due),
                .status(Texts.occurrence(standing)),
            ])
        }
        return table
    }
}
