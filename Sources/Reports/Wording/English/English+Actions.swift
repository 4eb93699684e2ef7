import Coordinates
import Handlingsplan

extension English {
    func actionHeading(
        _ number: ActionNumber, _ state: ActionState?, _ moment: Moment
    ) -> String {
        (state.map { "Action \(number)  \(inOneLine(title($0)))" }
            ?? "Action \(number): at this moment there is no such action.")
            + "\nWhat held on \(moment.effective), as known at position \(moment.known)."
    }

    var notRead: String { "nothing that is known here, so no dates follow from it" }

    /// A list of names and values, in two columns.
    func facts(_ facts: [(String, String)]) -> String {
        let width = facts.map(\.0.count).max() ?? 0
        return facts.map { name, value in
            let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
            let indent = "\n" + String(repeating: " ", count: width + 4)
            return "  " + name + String(repeating: " ", count: width + 2 - name.count)
                + lines.joined(separator: indent)
        }.joined(separator: "\n")
    }

    func standing(_ state: ActionState) -> String {
        "\(standing(state.standing)) since \(state.since)" + (state.isOverdue ? ", OVERDUE" : "")
    }

    func area(_ number: AreaNumber, _ areas: [AreaStory], at moment: Moment) -> String {
        let title = areas.first { $0.number == number }?.title.value(at: moment)
        return "\(number)" + (title.map { "  \($0)" } ?? "")
    }

    func goal(_ number: GoalNumber, _ goals: [GoalStory], at moment: Moment) -> String {
        let goal = goals.first { $0.number == number }?.goal.value(at: moment)
        return "\(number)" + (goal.map { "  \($0.title)" } ?? "")
    }

    /// The status of the whole, and how it was made.
    func consolidation(_ state: ActionState) -> String {
        let whole = state.consolidation
        let counts = whole.counts.map { "\($0.committees) \($0.status.rawValue)" }
            .joined(separator: ", ")
        let collective = state.responsible.flatMap { all($0.who) }.map { "; laid on \($0)" } ?? ""
        let how =
            switch whole.basis {
            case .nobody: "nobody answers for it"
            case .single: "that of its one committee"
            case .unanimous: "that of each of its \(state.shares.count) committees"
            case .someDelayed: "compiled from \(counts): delayed, since one is"
            case .restPaused: "compiled from \(counts): paused, since all that are not done are"
            case .mixed: "compiled from \(counts): ongoing, since they have come differently far"
            }
        return "\(whole.status.rawValue) (\(how)\(collective))"
    }

    func partner(_ partner: Partner) -> String {
        partner.name + (partner.role.map { ": \($0)" } ?? "")
    }

    func annex(_ annex: Annex) -> String {
        "\(annex.name), \(annex.byteCount) bytes, SHA-256 \(annex.digest)"
    }

    func told(_ code: CommitteeCode, _ told: Told) -> String {
        "\(code) on \(told.meeting), as known at position \(told.from) "
            + "(recorded at position \(told.recorded))"
    }

    /// What a committee expected last, and what came of the last period that it reported on.
    func periods(_ share: Share) -> [String] {
        [share.forecast.map(expected), outcome(share)].compactMap(\.self)
    }

    /// What came of the last period that was reported on.
    func outcome(_ share: Share) -> String? {
        share.outcome.flatMap { report in
            report.period.map { period in
                (report.status == .completed ? "completed" : "not completed") + " in \(period)"
            }
        }
    }

    func occurrence(_ standing: OccurrenceStanding) -> String {
        switch standing.state {
        case .done(let day): "done on \(day)" + (standing.isLate ? ", late" : "")
        case .missed: "MISSED"
        case .due: "due"
        }
    }

    /// Whether an entry counts that was corrected or annulled, and by which it came to that.
    func turns(_ turns: [Position]) -> String {
        guard let last = turns.last else { return "" }
        return turns.count.isMultiple(of: 2)
            ? "again since entry \(last)" : "not since entry \(last)"
    }
}
