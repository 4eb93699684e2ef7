import Answers
import Coordinates
import Handlingsplan

/// A steering document with all that belongs to it.
extension DocumentAnswer: Output {
    var text: String {
        var parts = [Texts.documentHeading(state, moment), Texts.facts(facts)]
        if !state.areas.isEmpty || !state.goals.isEmpty { parts.append(goals) }
        if !state.actions.isEmpty { parts.append(actions) }
        if !state.indicators.isEmpty { parts.append(figures) }
        if !state.occurrences.isEmpty || !state.followUps.isEmpty { parts.append(followUps) }
        if !state.guidelines.isEmpty { parts.append(guidelines) }
        if let history { parts.append(history.text) }
        return parts.joined(separator: "\n\n")
    }

    private var facts: [(String, String)] {
        var facts = [("standing", Texts.standing(state))]
        if let decision = reference.decision { facts.append(("decision", decision)) }
        if let dnr = reference.dnr { facts.append(("dnr", dnr)) }
        if let policy = state.policy { facts.append(("policy", policy.description)) }
        facts += plans.map { ("plan", "\($0.slug)  \($0.title)") }
        if let cycle = Texts.cycle(state) { facts.append(("follow-up", cycle)) }
        facts += state.revisions.map { ("revised", "\($0.day): \($0.summary)") }
        facts += state.partners.map { ("partner", Texts.partner($0)) }
        facts += state.annexes.map { ("annex", Texts.annex($0)) }
        return facts
    }

    private var goals: String {
        var table = Table([
            .init(heading: "No"), .init(heading: "Area or goal", wrapsAt: 60),
            .init(heading: "Latest"), .init(heading: "Deadline", wrapsAt: 30),
        ])
        for area in state.areas {
            table.add(["area \(area.number)", area.title, "", ""])
            for goal in state.goals where goal.goal.area == area.number { add(goal, to: &table) }
        }
        for goal in state.goals
        where !state.areas.contains(where: { $0.number == goal.goal.area }) {
            add(goal, to: &table)
        }
        return table.text
    }

    private func add(_ goal: DocumentState.NumberedGoal, to table: inout Table) {
        table.add([
            "goal \(goal.number)", goal.goal.title,
            goal.goal.deadline.map { Texts.latest($0) } ?? "", goal.goal.deadline?.text ?? "",
        ])
    }

    private var actions: String {
        // Under a policy, the actions are in several plans.
        let isPolicy = state.kind == .policy
        let places = [Table.Column(heading: "Plan"), Table.Column(heading: "Areas")]
        var table = Table(
            [.init(heading: "No", isNumber: true)] + (isPolicy ? places : []) + [
                .init(heading: "Latest"), .init(heading: "Status"),
                .init(heading: "Action", wrapsAt: 44), .init(heading: "Responsible", wrapsAt: 22),
                .init(heading: "Deadline", wrapsAt: 26),
            ])
        for action in state.actions {
            let areas = action.areas.map(\.description).joined(separator: ", ")
            table.add(
                [action.number.description]
                    + (isPolicy ? [action.slug.description, areas] : []) + [
                        Texts.latest(action.deadline), Texts.compiledStatus(action),
                        Texts.title(action), Texts.sharesInShort(action),
                        action.deadline?.text ?? "",
                    ])
        }
        return table.text
    }

    private var figures: String {
        var table = Table([
            .init(heading: "No", isNumber: true), .init(heading: "Indicator", wrapsAt: 40),
            .init(heading: "Period"), .init(heading: "Value", isNumber: true),
            .init(heading: "Unit"), .init(heading: "Target"),
            .init(heading: "Source", wrapsAt: 40),
        ])
        for indicator in state.indicators {
            for (index, row) in Texts.figures(indicator).enumerated() {
                table.add([
                    index == 0 ? indicator.number.description : "",
                    index == 0 ? indicator.indicator.name : "", row.period, row.value,
                    indicator.indicator.unit ?? "", row.target, row.source,
                ])
            }
        }
        return table.text
    }

    private var followUps: String {
        var table = Table([
            .init(heading: "Follow-up"), .init(heading: "By"), .init(heading: "Stands"),
            .init(heading: "What came of it", wrapsAt: 60),
        ])
        for standing in state.occurrences {
            table.add([
                "due \(standing.occurrence.due)", state.followUpBy?.description ?? "",
                Texts.occurrence(standing), "",
            ])
        }
        for followUp in state.followUps {
            table.add([
                "for \(followUp.period)", followUp.committee.description,
                "held on \(followUp.day)", followUp.summary ?? "",
            ])
        }
        return table.text
    }

    private var guidelines: String {
        var table = Table([
            .init(heading: "No", isNumber: true), .init(heading: "Issued"),
            .init(heading: "Guideline", wrapsAt: 44), .init(heading: "Latest"),
            .init(heading: "To"), .init(heading: "Answered"), .init(heading: "Answer", wrapsAt: 44),
        ])
        for guideline in state.guidelines {
            for (index, addressee) in guideline.addressees.enumerated() {
                let answers = guideline.answers.filter { $0.committee == addressee.code }
                table.add([
                    index == 0 ? guideline.number.description : "",
                    index == 0 ? guideline.issued.description : "",
                    index == 0 ? guideline.text : "",
                    index == 0 ? Texts.latest(guideline.deadline) : "",
                    addressee.code.description,
                    addressee.answered?.description ?? "NO",
                    answers.map(\.text).joined(separator: "\n"),
                ])
            }
        }
        return table.text
    }
}
