package import Answers
import Coordinates
import EntryLog
import Handlingsplan
import Tables

/// One action, and its whole story.
extension ActionAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        var blocks = [Block.text(words.actionHeading(number, state, moment))]
        if let state {
            blocks.append(.text(words.facts(facts(of: state, words))))
            if !state.shares.isEmpty { blocks.append(.table(shares(of: state, words))) }
            if !state.occurrences.isEmpty { blocks.append(.table(occurrences(of: state, words))) }
        }
        blocks.append(.table(history.table(in: words)))
        return blocks
    }

    private func facts(of state: ActionState, _ words: any Wording) -> [(String, String)] {
        var facts = [
            (words.label(.plan), state.slug.description),
            (words.label(.standing), words.standing(state)),
        ]
        facts += state.areas.map { (words.label(.area), words.area($0, areas, at: moment)) }
        facts += state.goals.map { (words.label(.goal), words.goal($0, goals, at: moment)) }
        facts.append((words.label(.status), words.consolidation(state)))
        if let deadline = state.deadline {
            facts.append((words.label(.deadline), "\"\(deadline.text)\""))
            facts.append(
                (words.label(.readAs), deadline.reading.map(words.reading) ?? words.notRead))
        }
        if let comment = state.comment { facts.append((words.label(.comment), comment)) }
        facts += state.partners.map { (words.label(.partner), words.partner($0)) }
        facts += annexes.map { (words.label(.annex), words.annex($0)) }
        facts += told.map { (words.label(.told), words.told($0.code, $0.told)) }
        return facts
    }

    private func shares(of state: ActionState, _ words: any Wording) -> Table {
        var table = Table([
            .init(words.heading(.committee), rank: 0), .init(words.heading(.status)),
            .init(words.heading(.since)),
            .init(words.heading(.reported), rank: 2),
            .init(words.heading(.outcome)), .init(words.heading(.forecast), wrapsAt: 30),
            .init(words.heading(.comment), wrapsAt: 40, rank: 3),
        ])
        for share in state.shares {
            table.add([
                .text(words.holder(share.code, isLead: share.code == state.lead)),
                .status(words.status(share.status)), .day(share.since), .day(share.reported),
                .text(words.outcome(share)), .text(share.forecast.map(words.expected)),
                .text(share.latest?.comment),
            ])
        }
        return table
    }

    private func occurrences(of state: ActionState, _ words: any Wording) -> Table {
        var table = Table([
            .init(words.heading(.from)), .init(words.heading(.due), rank: 0),
            .init(words.heading(.stands), rank: 0),
        ])
        for standing in state.occurrences {
            table.add([
                .day(standing.occurrence.first), .day(standing.occurrence.due),
                .status(words.occurrence(standing)),
            ])
        }
        return table
    }
}
