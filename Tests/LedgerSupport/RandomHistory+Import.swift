import Handlingsplan

// Plans as they stand in tables.

extension RandomHistory {
    /// A plan that is new, or that was imported or adopted before.
    mutating func planImport() -> PlanImport {
        let titles = (1...12).map { "Rad \($0)" }.shuffled(using: &generator)
        var rows = titles.prefix(pick(1...5)).enumerated().map { row($0.offset + 1, $0.element) }
        // Without numbers, equal rows are different actions.
        if rows[0].number == nil, chance(3) { rows.append(rows[0]) }
        let plan = PlanImport(
            slug: chance(2) ? document(.plan) : slug("plan-\(pick(21...40))"), title: text(),
            policy: chance(3) ? document(.policy) : nil, rows: rows,
            assignees: chance(3) ? .all : .committees(committees(0...1)))
        imported = plan
        return plan
    }

    /// The last one with other rows, or as it was.
    mutating func changedImport() -> PlanImport {
        guard let imported else { return planImport() }
        let rows = imported.rows.map { chance(2) ? $0 : row($0.line, $0.title) }
        return PlanImport(
            slug: imported.slug, title: nil, rows: rows.filter { _ in !chance(5) },
            assignees: imported.assignees)
    }

    private mutating func row(_ line: Int, _ title: String) -> ImportedRow {
        var row = ImportedRow(line: line, title: title)
        row.number = chance(3) ? "nr \(title)" : nil
        row.area = chance(3) ? pick(["Skola", "Boende"]) : nil
        row.goal = chance(3) ? pick(["Alla lär sig", "Alla bor"]) : nil
        row.responsible = maybe { $0.assignees() }
        row.deadline = maybe { $0.deadline() }
        row.status = maybe { $0.pick(["pågående", "Klart.", "ej påbörjad", "försenad"]) }
        row.indicator = chance(3) ? pick(["Antal", "Andel"]) : nil
        row.partner = chance(3) ? pick(["Polisen", "Polisen, Länsstyrelsen;"]) : nil
        row.comment = maybe { $0.text() }
        return row
    }

    private mutating func assignees() -> String {
        pick([committee().description, "\(committee()), \(committee())", "Samtliga nämnder", ","])
    }
}
