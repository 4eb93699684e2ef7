import Answers
import Coordinates
import EntryLog
import Handlingsplan

/// One action, and its whole story.
extension ActionAnswer: Output {
    var text: String {
        var parts = [Texts.actionHeading(number, state, moment)]
        if let state {
            parts.append(Texts.facts(facts(of: state)))
            if !state.shares.isEmpty { parts.append(shares(of: state)) }
            if !state.occurrences.isEmpty { parts.append(occurrences(of: state)) }
        }
        parts.append(history.text)
        return parts.joined(separator: "\n\n")
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

    private func shares(of state: ActionState) -> String {
        var table = Table([
            .init(heading: "Committee"), .init(heading: "Status"), .init(heading: "Since"),
            .init(heading: "Reported"), .init(heading: "Outcome"),
            .init(heading: "Forecast", wrapsAt: 30), .init(heading: "Comment", wrapsAt: 40),
        ])
        for share in state.shares {
            table.add([
                share.code.description + (share.code == state.lead ? " (lead)" : ""),
                share.status.rawValue, share.since?.description ?? "",
                share.reported?.description ?? "", Texts.outcome(share) ?? "",
                share.forecast.map(Texts.expected) ?? "", share.latest?.comment ?? "",
            ])
        }
        return table.text
    }

    private func occurrences(of state: ActionState) -> String {
        var table = Table([
            .init(heading: "From"), .init(heading: "Due"), .init(heading: "Stands"),
        ])
        for standing in state.occurrences {
            table.add([
                standing.occurrence.first.description, standing.occurrence.due.description,
                Texts.occurrence(standing),
            ])
        }
        return table.text
    }
}
