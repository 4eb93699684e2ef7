import Coordinates
import Handlingsplan

extension English {
    func documentHeading(_ state: DocumentState, _ moment: Moment) -> String {
        """
        \(state.slug)  \(inOneLine(state.title))
        What held on \(moment.effective), as known at position \(moment.known).
        """
    }

    func standing(_ state: DocumentState) -> String {
        "\(state.kind.rawValue) \(force(state))"
    }

    func force(_ state: DocumentState) -> String {
        switch state.standing {
        case .adopted:
            "in force since \(state.since)" + (state.lastDay.map { ", to \($0)" } ?? "")
        case .repealed:
            "repealed on \(state.since)" + (state.successor.map { ", replaced by \($0)" } ?? "")
        }
    }

    /// The status made of all committees', with a mark where it is a compilation.
    func compiledStatus(_ action: ActionState) -> String {
        let said = action.consolidation.status.rawValue
        let mark = action.shares.count > 1 ? " (compiled)" : ""
        if !action.isOpen { return "\(said)\(mark), \(standing(action.standing))" }
        return said + mark + (action.isOverdue ? ", OVERDUE" : "")
    }

    /// Who follows a document up, and how often.
    func cycle(_ state: DocumentState) -> String? {
        guard let cycle = state.cycle, let code = state.followUpBy else { return nil }
        return "\"\(cycle.text)\", by \(code)"
    }

    /// Who answers, and where several do, how far each has come.
    func sharesInShort(_ action: ActionState) -> String {
        guard action.shares.count > 1 else { return responsible(action) }
        return action.shares.map { share in
            share.code.description + (share.code == action.lead ? " (lead)" : "")
                + ": \(share.status.rawValue)"
        }.joined(separator: "\n")
    }

    /// An indicator's periods, one line each: what was observed, and what it was to be.
    func figures(
        _ state: DocumentState.IndicatorState
    ) -> [(period: String, value: String, target: String, source: String)] {
        var rows = state.observations.map { observation in
            let target = state.targets.first { $0.period == observation.period }
            return (
                period: observation.period.description, value: value(observation),
                target: target.map { met($0, observation.value) } ?? "",
                source: source(observation)
            )
        }
        for target in state.targets
        where !state.observations.contains(where: { $0.period == target.period }) {
            rows.append(
                (target.period.description, "", "\(bound(target)) \(target.value)", ""))
        }
        return rows.isEmpty ? [("", "", "", "")] : rows
    }

    private func met(_ target: Target, _ value: Quantity) -> String {
        "\(bound(target)) \(target.value), \(target.isMet(by: value) ? "met" : "NOT MET")"
    }
}
