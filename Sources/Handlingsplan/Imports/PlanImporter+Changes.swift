import Coordinates

// A row compared with the action that it is.

extension PlanImporter {
    /// Adds an event for each cell that says something else than what is recorded.
    mutating func compare(
        _ row: ImportedRow, with story: ActionStory
    ) throws(Rejection) {
        let number = story.number
        try amend(row.title, .title, story.title, of: number) { .title($0) }
        try amend(row.number, .number, story.localNumber, of: number) { .localNumber($0) }
        try amend(row.comment, .comment, story.comment, of: number) { .comment($0) }
        try compareAreasAndGoals(row, with: story)
        try compareDeadline(row.deadline, with: story)
        let responsible = try compareResponsible(row.responsible, with: story)
        try compareStatus(row.status, of: decider.register.answering(responsible), with: story)
        try addIndicators(row.indicator, to: number, besides: indicators[number] ?? [])
        let partners = story.partners.partners(at: moment).map(\.name)
        try addPartners(row.partner, to: number, besides: partners)
    }

    /// A column that no row fills is not there: it empties nothing.
    private mutating func warnEmptied(_ number: ActionNumber, _ column: ImportColumn) {
        if filled.contains(column) { decider.warnings.append(.cellEmptied(number, column)) }
    }

    private mutating func amend(
        _ text: String?, _ column: ImportColumn, _ timeline: Timeline<String>,
        of number: ActionNumber, _ amendment: (String) -> Amendment
    ) throws(Rejection) {
        let before = timeline.value(at: moment)
        guard let text else {
            if before != nil { warnEmptied(number, column) }
            return
        }
        guard text != before else { return }
        try decider.check(text, column.field)
        events.append(.actionAmended(number, amendment(text)))
    }

    private mutating func compareAreasAndGoals(
        _ row: ImportedRow, with story: ActionStory
    ) throws(Rejection) {
        let areas = try areas(in: row.area)
        let tiedAreas = story.areas.value(at: moment) ?? []
        if areas.isEmpty, !tiedAreas.isEmpty {
            warnEmptied(story.number, .area)
        } else if areas != tiedAreas {
            events.append(.actionAmended(story.number, .areas(areas)))
        }
        let goals = try goals(in: row.goal, areas)
        let tiedGoals = story.goals.value(at: moment) ?? []
        if goals.isEmpty, !tiedGoals.isEmpty {
            warnEmptied(story.number, .goal)
        } else if goals != tiedGoals {
            events.append(.actionAmended(story.number, .goals(goals)))
        }
    }

    private mutating func compareDeadline(
        _ text: String?, with story: ActionStory
    ) throws(Rejection) {
        let before = story.deadline.value(at: moment)?.text
        guard let text else {
            if before != nil { warnEmptied(story.number, .deadline) }
            return
        }
        guard text != before else { return }
        let deadline = try decider.deadline(text, of: story.number, in: document)
        events.append(.deadlineSet(story.number, deadline))
    }

    /// Who answers after this row.
    private mutating func compareResponsible(
        _ text: String?, with story: ActionStory
    ) throws(Rejection) -> Responsible? {
        let before = story.responsible.value(at: moment)
        guard let text else {
            if before != nil, before != .nobody { warnEmptied(story.number, .responsible) }
            return before
        }
        let named = try decider.responsible(try readAssignees(text))
        let register = decider.register
        guard
            named.isCollective != before?.isCollective
                || !named.isCollective && register.answering(named) != register.answering(before)
        else { return before }
        decider.warn(about: named, of: story.number)
        events.append(.responsibilityAssigned(story.number, named))
        return named
    }

    /// Only who has reported another status, or none, reports this one.
    private mutating func compareStatus(
        _ text: String?, of answering: [CommitteeNumber], with story: ActionStory
    ) throws(Rejection) {
        let status = text.flatMap(readStatus)
        let behind = answering.filter { committee in
            let share = story.share(of: committee, in: decider.register)
            return share.status != status || share.reported == nil
        }
        if answering.isEmpty || !behind.isEmpty {
            try report(text, of: story.number, by: behind)
        }
        guard let status else { return }
        for committee in behind { decider.warnAboutStep(of: committee, to: status, in: story) }
    }
}

extension ImportColumn {
    fileprivate var field: TextField {
        switch self {
        case .number: .localNumber
        case .comment: .comment
        default: .title
        }
    }
}
