import Coordinates

/// Compares the rows of a plan with what is recorded, one after the other.
struct PlanImporter {
    let plan: PlanImport
    let document: DocumentStory
    var decider: Decider
    var events: [Event] = []
    private let matching: RowMatching
    // Of the plan and of its policy, and those that its actions are tied to, by their titles.
    private var areas: [String: AreaNumber] = [:]
    private var goals: [String: GoalNumber] = [:]
    /// The names of the indicators that tell about each action.
    private(set) var indicators: [ActionNumber: [String]] = [:]
    /// The columns that some row fills.
    let filled: Set<ImportColumn>
    /// How many of each kind this import has begun so far.
    private var begun = (
        areas: UInt32(0), goals: UInt32(0), actions: UInt32(0), indicators: UInt32(0)
    )

    var moment: Moment { decider.moment }
    var situation: Situation { decider.situation }

    init(
        _ plan: PlanImport, into document: DocumentStory, by decider: Decider
    ) throws(Rejection) {
        self.plan = plan
        self.document = document
        self.decider = decider
        let moment = decider.moment
        let recorded = decider.situation.actions.values.filter {
            $0.standing(at: moment) != nil && $0.document.value(at: moment) == document.number
        }
        matching = try RowMatching(
            plan.rows, with: recorded.sorted { $0.number < $1.number }, at: moment)
        filled = Set(
            ImportColumn.allCases.filter { column in plan.rows.contains { $0[column] != nil } })
        for story in decider.situation.indicators {
            guard let indicator = story.indicator.value(at: moment), let action = indicator.action
            else { continue }
            indicators[action, default: []].append(indicator.name)
        }
        let documents = [document.number] + (document.policy.map { [$0] } ?? [])
        let situation = decider.situation
        // Where two have one title, the one that an action is tied to is meant.
        let tiedAreas = Set(recorded.flatMap { $0.areas.value(at: moment) ?? [] })
        for story in situation.areas.filter({ documents.contains($0.document) })
            + situation.areas.filter({ tiedAreas.contains($0.number) })
        {
            if let title = story.title.value(at: moment) { areas[title] = story.number }
        }
        let tiedGoals = Set(recorded.flatMap { $0.goals.value(at: moment) ?? [] })
        let valued = situation.goals.compactMap { story in
            story.goal.value(at: moment).map { (number: story.number, goal: $0) }
        }
        for (number, goal) in valued.filter({ documents.contains($0.goal.document) })
            + valued.filter({ tiedGoals.contains($0.number) })
        {
            goals[goal.title] = number
        }
    }

    /// Adds what the rows say that is not recorded yet to the events, and warns about what is
    /// recorded and not said.
    mutating func importRows() throws(Rejection) {
        for (place, row) in plan.rows.enumerated() {
            do throws(Rejection) {
                try importRow(row, as: matching[place])
            } catch {
                throw .inLine(row.line, error)
            }
        }
        for story in matching.missing where story.standing(at: moment) == .open {
            decider.warnings.append(.missingFromTable(story.number))
        }
    }

    private mutating func importRow(
        _ row: ImportedRow, as story: ActionStory?
    ) throws(Rejection) {
        guard let story else { return try decide(row) }
        let before = events.count
        try compare(row, with: story)
        if events.count > before { _ = try decider.openAction(story.number) }
    }

    private mutating func decide(_ row: ImportedRow) throws(Rejection) {
        begun.actions += 1
        let number = ActionNumber(situation.counts.actions + begun.actions)
        let areas = try areas(in: row.area)
        let goals = try goals(in: row.goal, areas)
        let assignees = try row.responsible.map(readAssignees) ?? plan.assignees
        let responsible = try decider.responsible(assignees)
        events += try decider.begin(
            number,
            DecidedAction(
                document: document.number, title: row.title, localNumber: row.number,
                areas: areas, goals: goals),
            by: responsible, deadline: row.deadline, in: document)
        try report(row.status, of: number, by: decider.register.answering(responsible))
        try addIndicators(row.indicator, to: number, besides: [])
        try addPartners(row.partner, to: number, besides: [])
        if let comment = row.comment {
            try decider.check(comment, .comment)
            events.append(.actionAmended(number, .comment(comment)))
        }
    }
}

// MARK: What a row may begin

extension PlanImporter {
    /// The areas of a cell, one a line, ascending. Those that there are not are defined here.
    mutating func areas(in cell: String?) throws(Rejection) -> [AreaNumber] {
        var numbers: Set<AreaNumber> = []
        for title in lines(of: cell) { numbers.insert(try area(title)) }
        return numbers.sorted()
    }

    private mutating func area(_ title: String) throws(Rejection) -> AreaNumber {
        if let number = areas[title] { return number }
        try decider.check(title, .title)
        begun.areas += 1
        let number = AreaNumber(situation.counts.areas + begun.areas)
        areas[title] = number
        events.append(.areaDefined(number, document.number, title: title))
        return number
    }

    /// The goals of a cell, one a line, ascending. Those that there are not are set here, in the
    /// area of the row where it has one.
    mutating func goals(
        in cell: String?, _ areas: [AreaNumber]
    ) throws(Rejection) -> [GoalNumber] {
        var numbers: Set<GoalNumber> = []
        for title in lines(of: cell) {
            numbers.insert(try goal(title, in: areas.count == 1 ? areas[0] : nil))
        }
        return numbers.sorted()
    }

    private mutating func goal(
        _ title: String, in area: AreaNumber?
    ) throws(Rejection) -> GoalNumber {
        if let number = goals[title] { return number }
        try decider.check(title, .title)
        begun.goals += 1
        let number = GoalNumber(situation.counts.goals + begun.goals)
        goals[title] = number
        events.append(.goalSet(number, Goal(document: document.number, area: area, title: title)))
        return number
    }

    /// The indicators of a cell, one a line.
    mutating func addIndicators(
        _ cell: String?, to number: ActionNumber, besides known: [String]
    ) throws(Rejection) {
        var known = Set(known)
        for name in lines(of: cell) where known.insert(name).inserted {
            try decider.check(name, .name)
            begun.indicators += 1
            events.append(
                .indicatorDefined(
                    IndicatorNumber(situation.counts.indicators + begun.indicators),
                    Indicator(document: document.number, action: number, name: name)))
        }
    }

    private func lines(of cell: String?) -> [String] {
        (cell ?? "").split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
    }

    mutating func addPartners(
        _ text: String?, to number: ActionNumber, besides known: [String]
    ) throws(Rejection) {
        var known = Set(known)
        for part in (text ?? "").split(whereSeparator: { ",;\n".contains($0) }) {
            let name = part.trimmed
            guard !name.isEmpty, known.insert(name).inserted else { continue }
            try decider.check(name, .name)
            events.append(.partnerLinked(.action(number), Partner(name: name)))
        }
    }
}
