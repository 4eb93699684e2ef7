import Answers
import Coordinates
import Handlingsplan
import Tables

/// A steering document with all that belongs to it.
extension DocumentAnswer: TabularOutput {
    var blocks: [Block] {
        var tables: [Table] = []
        if !state.areas.isEmpty || !state.goals.isEmpty { tables.append(goals) }
        if !state.actions.isEmpty { tables.append(actions) }
        if !state.indicators.isEmpty { tables.append(figures) }
        if !state.occurrences.isEmpty || !state.followUps.isEmpty { tables.append(followUps) }
        if !state.guidelines.isEmpty { tables.append(guidelines) }
        if let history { tables.append(history.table) }
        return [.text(Texts.documentHeading(state, moment)), .text(Texts.facts(facts))]
            + tables.map { .table($0) }
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

    private var goals: Table {
        var table = Table([
            .init("No", rank: 0), .init("Area or goal", wrapsAt: 60, rank: 0), .init("Latest"),
            .init("Deadline", wrapsAt: 30, rank: 2),
        ])
        for area in state.areas {
            table.add([.text("area \(area.number)"), .text(area.title), .empty, .empty])
            for goal in state.goals where goal.goal.area == area.number { add(goal, to: &table) }
        }
        for goal in state.goals
        where !state.areas.contains(where: { $0.number == goal.goal.area }) {
            add(goal, to: &table)
        }
        return table
    }

    private func add(_ goal: DocumentState.NumberedGoal, to table: inout Table) {
        table.add([
            .text("goal \(goal.number)"), .text(goal.goal.title),
            goal.goal.deadline.map { Texts.latest($0) } ?? .empty, .text(goal.goal.deadline?.text),
        ])
    }

    private var actions: Table {
        // Under a policy, the actions are in several plans.
        let isPolicy = state.kind == .policy
        var table = Table(
            [.init("No", isNumber: true, rank: 0)]
                + (isPolicy ? [.init("Plan", rank: 2), .init("Areas", rank: 3)] : []) + [
                    .init("Latest"), .init("Status"), .init("Action", wrapsAt: 44, rank: 0),
                    .init("Responsible", wrapsAt: 22), .init("Deadline", wrapsAt: 26, rank: 2),
                ])
        for action in state.actions {
            let areas = action.areas.map(\.description).joined(separator: ", ")
            table.add(
                [.number(action.number.value)]
                    + (isPolicy ? [.text(action.slug.description), .text(areas)] : []) + [
                        Texts.latest(action.deadline), .status(Texts.compiledStatus(action)),
                        .text(Texts.title(action)), .text(Texts.sharesInShort(action)),
                        .text(action.deadline?.text),
                    ])
        }
        return table
    }

    private var figures: Table {
        var table = Table([
            .init("No", isNumber: true, rank: 0), .init("Indicator", wrapsAt: 40, rank: 0),
            .init("Period"), .init("Value", isNumber: true), .init("Unit"),
            .init("Target", rank: 2),
            .init("Source", wrapsAt: 40, rank: 3),
        ])
        for indicator in state.indicators {
            for (index, row) in Texts.figures(indicator).enumerated() {
                table.add([
                    .number(indicator.number.value).shown(if: index == 0),
                    .text(indicator.indicator.name).shown(if: index == 0), .text(row.period),
                    .text(row.value), .text(indicator.indicator.unit), .text(row.target),
                    .text(row.source),
                ])
            }
        }
        return table
    }

    private var followUps: Table {
        var table = Table([
            .init("Follow-up", rank: 0), .init("By"), .init("Stands", rank: 0),
            .init("What came of it", wrapsAt: 60),
        ])
        for standing in state.occurrences {
            table.add([
                .text("due \(standing.occurrence.due)"), .text(state.followUpBy?.description),
                .status(Texts.occurrence(standing)), .empty,
            ])
        }
        for followUp in state.followUps {
            table.add([
                .text("for \(followUp.period)"), .text(followUp.committee.description),
                .status("held on \(followUp.day)"), .text(followUp.summary),
            ])
        }
        return table
    }

    private var guidelines: Table {
        var table = Table([
            .init("No", isNumber: true, rank: 0), .init("Issued", rank: 2),
            .init("Guideline", wrapsAt: 44, rank: 0), .init("Latest"), .init("To", rank: 0),
            .init("Answered"), .init("Answer", wrapsAt: 44, rank: 2),
        ])
        for guideline in state.guidelines {
            for (index, addressee) in guideline.addressees.enumerated() {
                let answers = guideline.answers.filter { $0.committee == addressee.code }
                let isFirst = index == 0
                table.add([
                    .number(guideline.number.value).shown(if: isFirst),
                    .day(guideline.issued).shown(if: isFirst),
                    .text(guideline.text).shown(if: isFirst),
                    Texts.latest(guideline.deadline).shown(if: isFirst),
                    .text(addressee.code.description),
                    addressee.answered.map { .day($0) } ?? .status("NO"),
                    .list(answers.map(\.text)),
                ])
            }
        }
        return table
    }
}
