package import Answers
import Coordinates
import Handlingsplan
import Tables

/// A steering document with all that belongs to it.
extension DocumentAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        var tables: [Table] = []
        if !state.areas.isEmpty || !state.goals.isEmpty { tables.append(goals(in: words)) }
        if !state.actions.isEmpty { tables.append(actions(in: words)) }
        if !state.indicators.isEmpty { tables.append(figures(in: words)) }
        if !state.occurrences.isEmpty || !state.followUps.isEmpty {
            tables.append(followUps(in: words))
        }
        if !state.guidelines.isEmpty { tables.append(guidelines(in: words)) }
        if let history { tables.append(history.table(in: words)) }
        return [.text(words.documentHeading(state, moment)), .text(words.facts(facts(in: words)))]
            + tables.map { .table($0) }
    }

    private func facts(in words: any Wording) -> [(String, String)] {
        var facts = [(words.label(.standing), words.standing(state))]
        if let decision = reference.decision { facts.append((words.label(.decision), decision)) }
        if let dnr = reference.dnr { facts.append((words.label(.dnr), dnr)) }
        if let policy = state.policy { facts.append((words.label(.policy), policy.description)) }
        facts += plans.map { (words.label(.plan), "\($0.slug)  \($0.title)") }
        if let cycle = words.cycle(state) { facts.append((words.label(.followUp), cycle)) }
        facts += state.revisions.map { (words.label(.revised), "\($0.day): \($0.summary)") }
        facts += state.partners.map { (words.label(.partner), words.partner($0)) }
        facts += state.annexes.map { (words.label(.annex), words.annex($0)) }
        return facts
    }

    private func goals(in words: any Wording) -> Table {
        var table = Table([
            .init(words.heading(.number), rank: 0),
            .init(words.heading(.areaOrGoal), wrapsAt: 60, rank: 0), .init(words.heading(.latest)),
            .init(words.heading(.deadline), wrapsAt: 30, rank: 2),
        ])
        for area in state.areas {
            table.add([.text(words.area(area.number)), .text(area.title), .empty, .empty])
            for goal in state.goals where goal.goal.area == area.number {
                add(goal, to: &table, words)
            }
        }
        for goal in state.goals
        where !state.areas.contains(where: { $0.number == goal.goal.area }) {
            add(goal, to: &table, words)
        }
        return table
    }

    private func add(
        _ goal: DocumentState.NumberedGoal, to table: inout Table, _ words: any Wording
    ) {
        table.add([
            .text(words.goal(goal.number)), .text(goal.goal.title),
            goal.goal.deadline.map { words.latest($0) } ?? .empty, .text(goal.goal.deadline?.text),
        ])
    }

    private func actions(in words: any Wording) -> Table {
        // Under a policy, the actions are in several plans.
        let isPolicy = state.kind == .policy
        var table = Table(
            [.init(words.heading(.number), isNumber: true, rank: 0)]
                + (isPolicy
                    ? [.init(words.heading(.plan), rank: 2), .init(words.heading(.areas), rank: 3)]
                    : []) + [
                    .init(words.heading(.latest)), .init(words.heading(.status)),
                    .init(words.heading(.action), wrapsAt: 44, rank: 0),
                    .init(words.heading(.responsible), wrapsAt: 22),
                    .init(words.heading(.deadline), wrapsAt: 26, rank: 2),
                ])
        for action in state.actions {
            let areas = action.areas.map(\.description).joined(separator: ", ")
            table.add(
                [.number(action.number.value)]
                    + (isPolicy ? [.text(action.slug.description), .text(areas)] : []) + [
                        words.latest(action.deadline), .status(words.compiledStatus(action)),
                        .text(words.title(action)), .text(words.sharesInShort(action)),
                        .text(action.deadline?.text),
                    ])
        }
        return table
    }

    private func figures(in words: any Wording) -> Table {
        var table = Table([
            .init(words.heading(.number), isNumber: true, rank: 0),
            .init(words.heading(.indicator), wrapsAt: 40, rank: 0),
            .init(words.heading(.period)), .init(words.heading(.value), isNumber: true),
            .init(words.heading(.unit)),
            .init(words.heading(.target), rank: 2),
            .init(words.heading(.source), wrapsAt: 40, rank: 3),
        ])
        for indicator in state.indicators {
            for (index, row) in words.figures(indicator).enumerated() {
                table.add([
                    .number(indicator.number.value).shown(if: index == 0),
                    .text(indicator.indicator.name).shown(if: index == 0), .text(row.period),
                    row.value.isEmpty ? .empty : .decimal(row.value),
                    .text(indicator.indicator.unit), .text(row.target),
                    .text(row.source),
                ])
            }
        }
        return table
    }

    private func followUps(in words: any Wording) -> Table {
        var table = Table([
            .init(words.heading(.followUp), rank: 0), .init(words.heading(.by)),
            .init(words.heading(.stands), rank: 0),
            .init(words.heading(.whatCameOfIt), wrapsAt: 60),
        ])
        for standing in state.occurrences {
            table.add([
                .text(words.due(standing.occurrence.due)), .text(state.followUpBy?.description),
                .status(words.occurrence(standing)), .empty,
            ])
        }
        for followUp in state.followUps {
            table.add([
                .text(words.period(followUp.period)), .text(followUp.committee.description),
                .status(words.held(followUp.day)), .text(followUp.summary),
            ])
        }
        return table
    }

    private func guidelines(in words: any Wording) -> Table {
        var table = Table([
            .init(words.heading(.number), isNumber: true, rank: 0),
            .init(words.heading(.issued), rank: 2),
            .init(words.heading(.guideline), wrapsAt: 44, rank: 0), .init(words.heading(.latest)),
            .init(words.heading(.to), rank: 0),
            .init(words.heading(.answered)), .init(words.heading(.answer), wrapsAt: 44, rank: 2),
        ])
        for guideline in state.guidelines {
            for (index, addressee) in guideline.addressees.enumerated() {
                let answers = guideline.answers.filter { $0.committee == addressee.code }
                let isFirst = index == 0
                table.add([
                    .number(guideline.number.value).shown(if: isFirst),
                    .day(guideline.issued).shown(if: isFirst),
                    .text(guideline.text).shown(if: isFirst),
                    words.latest(guideline.deadline).shown(if: isFirst),
                    .text(addressee.code.description),
                    addressee.answered.map { .day($0) } ?? .status(words.unanswered),
                    .list(answers.map(\.text)),
                ])
            }
        }
        return table
    }
}
