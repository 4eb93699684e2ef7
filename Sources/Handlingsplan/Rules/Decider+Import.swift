import Coordinates

// A plan that is imported: adopted, or compared with what is recorded.

extension Decider {
    /// What the plan and its rows say that is not recorded yet: one event for each cell that
    /// changed. Nothing is taken away because a table leaves it out.
    mutating func importPlan(_ plan: PlanImport) throws(Rejection) -> [Event] {
        if plan.rows.isEmpty { throw .noRows }
        if known(plan.slug) != nil {
            var importer = PlanImporter(plan, into: try document(plan.slug, .plan), by: self)
            try importer.importRows()
            importer.warnAboutMissingRows()
            warnings = importer.decider.warnings
            return importer.events
        }
        guard let title = plan.title else { throw .noTitle(plan.slug) }
        let adoption = try adopt(
            NewDocument(.plan, plan.slug, title: title, policy: plan.policy))
        guard case .planAdopted(let number, _)? = adoption.first,
            let story = try? DocumentStory(
                adoption[0], at: Stamp(effective: moment.effective, position: moment.known))
        else { preconditionFailure("plan \(plan.slug) was adopted as something else") }
        precondition(story.number == number)
        var importer = PlanImporter(plan, into: story, by: self)
        try importer.importRows()
        warnings = importer.decider.warnings
        return adoption + importer.events
    }
}

/// Compares the rows of a plan with what is recorded, one after the other.
private struct PlanImporter {
    let plan: PlanImport
    let document: DocumentStory
    var decider: Decider
    private(set) var events: [Event] = []
    /// The actions of the plan as they are recorded.
    private let recorded: [ActionStory]
    /// The lines of the rows that each action was found in.
    private var lines: [ActionNumber: Int] = [:]
    private var areas: [String: AreaNumber] = [:]
    private var goals: [String: GoalNumber] = [:]
    /// How many of each kind this import has begun so far.
    private var begun = (
        areas: UInt32(0), goals: UInt32(0), actions: UInt32(0), indicators: UInt32(0)
    )

    private var moment: Moment { decider.moment }
    private var situation: Situation { decider.situation }

    init(_ plan: PlanImport, into document: DocumentStory, by decider: Decider) {
        self.plan = plan
        self.document = document
        self.decider = decider
        let moment = decider.moment
        recorded = decider.situation.actions.values.filter {
            $0.standing(at: moment) != nil && $0.document.value(at: moment) == document.number
        }.sorted { $0.number < $1.number }
        let documents = [document.number] + (document.policy.map { [$0] } ?? [])
        for story in decider.situation.areas where documents.contains(story.document) {
            if let title = story.title.value(at: moment) { areas[title] = story.number }
        }
        for story in decider.situation.goals {
            if let goal = story.goal.value(at: moment), documents.contains(goal.document) {
                goals[goal.title] = story.number
            }
        }
    }

    mutating func importRows() throws(Rejection) {
        for row in plan.rows {
            do throws(Rejection) {
                try importRow(row)
            } catch {
                throw .inLine(row.line, error)
            }
        }
    }

    /// What the plan has and the table does not.
    mutating func warnAboutMissingRows() {
        for story in recorded
        where lines[story.number] == nil && story.standing(at: moment) == .open {
            decider.warnings.append(.missingFromTable(story.number))
        }
    }

    private mutating func importRow(_ row: ImportedRow) throws(Rejection) {
        let isNumbered = row.number != nil
        let byNumber = recorded.first { story in
            isNumbered && story.localNumber.value(at: moment) == row.number
        }
        let match =
            byNumber
            ?? recorded.first { story in
                story.title.value(at: moment) == row.title
                    && (!isNumbered || story.localNumber.value(at: moment) == nil)
            }
        guard let story = match else { return try decide(row) }
        if let firstLine = lines.updateValue(row.line, forKey: story.number) {
            throw .sameActionTwice(story.number, firstLine: firstLine)
        }
        let before = events.count
        try compare(row, with: story)
        if events.count > before { _ = try decider.openAction(story.number) }
    }
}

// MARK: New actions

extension PlanImporter {
    private mutating func decide(_ row: ImportedRow) throws(Rejection) {
        let areas = try area(row.area).map { [$0] } ?? []
        let goals = try goal(row.goal, in: areas.first).map { [$0] } ?? []
        let assignees = try row.responsible.map(readAssignees) ?? plan.assignees
        let decided = try decider.newAction(
            NewAction(
                title: row.title, responsible: assignees, deadline: row.deadline,
                localNumber: row.number),
            Int(begun.actions), in: document)
        guard case .actionDecided(let number, let action)? = decided.first else {
            preconditionFailure("a new action begins with its decision")
        }
        let tied = DecidedAction(
            document: action.document, title: action.title, localNumber: action.localNumber,
            areas: areas, goals: goals)
        events.append(.actionDecided(number, tied))
        events += decided.dropFirst()
        begun.actions += 1
        let responsible = try decider.responsible(assignees)
        try report(row.status, of: number, by: decider.register.answering(responsible))
        try addIndicator(row.indicator, to: number, besides: [])
        try addPartners(row.partner, to: number, besides: [])
        if let comment = row.comment {
            try decider.check(comment, .comment)
            events.append(.actionAmended(number, .comment(comment)))
        }
    }
}

// MARK: Changes

extension PlanImporter {
    private mutating func compare(
        _ row: ImportedRow, with story: ActionStory
    ) throws(Rejection) {
        let number = story.number
        try amend(row.title, .title, story.title, of: number) { .title($0) }
        try amend(row.number, .number, story.localNumber, of: number) { .localNumber($0) }
        try amend(row.comment, .comment, story.comment, of: number) { .comment($0) }
        let tiedAreas = story.areas.value(at: moment) ?? []
        if let area = try area(row.area) {
            if tiedAreas != [area] { events.append(.actionAmended(number, .areas([area]))) }
        } else if !tiedAreas.isEmpty {
            decider.warnings.append(.cellEmptied(number, .area))
        }
        let tiedGoals = story.goals.value(at: moment) ?? []
        if let goal = try goal(row.goal, in: try area(row.area)) {
            if tiedGoals != [goal] { events.append(.actionAmended(number, .goals([goal]))) }
        } else if !tiedGoals.isEmpty {
            decider.warnings.append(.cellEmptied(number, .goal))
        }
        try compareDeadline(row.deadline, with: story)
        let responsible = try compareResponsible(row.responsible, with: story)
        let answering = decider.register.answering(responsible)
        let behind = row.status.flatMap(readStatus).map { status in
            answering.filter { committee in
                let share = story.share(of: committee, in: decider.register)
                return share.status != status || share.reported == nil
            }
        }
        if answering.isEmpty || behind != [] {
            try report(row.status, of: number, by: behind ?? answering)
        }
        let named = situation.indicators.compactMap { $0.indicator.value(at: moment) }
            .filter { $0.action == number }.map(\.name)
        try addIndicator(row.indicator, to: number, besides: named)
        let partners = story.partners.partners(at: moment).map(\.name)
        try addPartners(row.partner, to: number, besides: partners)
    }

    private mutating func amend(
        _ text: String?, _ column: ImportColumn, _ timeline: Timeline<String>,
        of number: ActionNumber, _ amendment: (String) -> Amendment
    ) throws(Rejection) {
        let before = timeline.value(at: moment)
        guard let text else {
            if before != nil { decider.warnings.append(.cellEmptied(number, column)) }
            return
        }
        guard text != before else { return }
        try decider.check(text, column == .comment ? .comment : .title)
        events.append(.actionAmended(number, amendment(text)))
    }

    private mutating func compareDeadline(
        _ text: String?, with story: ActionStory
    ) throws(Rejection) {
        let before = story.deadline.value(at: moment)?.text
        guard let text else {
            if before != nil { decider.warnings.append(.cellEmptied(story.number, .deadline)) }
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
            if before != nil, before != .nobody, plan.assignees == .committees([]) {
                decider.warnings.append(.cellEmptied(story.number, .responsible))
            }
            return before
        }
        let named = try decider.responsible(try readAssignees(text))
        let register = decider.register
        guard
            before == nil || named.isCollective != before?.isCollective
                || register.answering(named) != register.answering(before)
        else { return before }
        decider.warn(about: named, of: story.number)
        events.append(.responsibilityAssigned(story.number, named))
        return named
    }
}

// MARK: Cells

extension PlanImporter {
    /// Names or codes, separated by commas and the like; "alla" and "samtliga nämnder" are all.
    private func readAssignees(_ text: String) throws(Rejection) -> Assignees {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if ["alla", "alla nämnder", "samtliga", "samtliga nämnder"].contains(words) { return .all }
        if let code = committee(text[...]) { return .committees([code]) }
        var codes: [CommitteeCode] = []
        for name in text.split(whereSeparator: { ",;/&+\n".contains($0) }) {
            guard let code = committee(name) else {
                throw .unreadCell(.responsible, text: text)
            }
            codes.append(code)
        }
        return .committees(codes)
    }

    private func committee(_ text: Substring) -> CommitteeCode? {
        let name = text.trimmed
        if let code = plan.owners[name.lowercased()] { return code }
        let register = decider.register
        return register.inForce.first { number in
            let naming = register[number].naming(at: moment)
            return naming.code.description == name.uppercased()
                || naming.name.lowercased() == name.lowercased()
        }.map(register.code(of:))
    }

    private mutating func area(_ title: String?) throws(Rejection) -> AreaNumber? {
        guard let title else { return nil }
        if let number = areas[title] { return number }
        try decider.check(title, .title)
        begun.areas += 1
        let number = AreaNumber(situation.counts.areas + begun.areas)
        areas[title] = number
        events.append(.areaDefined(number, document.number, title: title))
        return number
    }

    private mutating func goal(
        _ title: String?, in area: AreaNumber?
    ) throws(Rejection) -> GoalNumber? {
        guard let title else { return nil }
        if let number = goals[title] { return number }
        try decider.check(title, .title)
        begun.goals += 1
        let number = GoalNumber(situation.counts.goals + begun.goals)
        goals[title] = number
        events.append(.goalSet(number, Goal(document: document.number, area: area, title: title)))
        return number
    }

    /// A table has one status for an action: it is recorded for each committee that answers.
    private mutating func report(
        _ text: String?, of number: ActionNumber, by committees: [CommitteeNumber]
    ) throws(Rejection) {
        guard let text else { return }
        guard let status = readStatus(text) else { throw .unreadCell(.status, text: text) }
        if committees.isEmpty {
            decider.warnings.append(.statusWithoutResponsible(number, text: text))
        }
        for committee in committees {
            events.append(.statusReported(number, committee, StatusReport(status)))
        }
    }

    private mutating func addIndicator(
        _ name: String?, to number: ActionNumber, besides known: [String]
    ) throws(Rejection) {
        guard let name, !known.contains(name) else { return }
        try decider.check(name, .name)
        begun.indicators += 1
        events.append(
            .indicatorDefined(
                IndicatorNumber(situation.counts.indicators + begun.indicators),
                Indicator(document: document.number, action: number, name: name)))
    }

    private mutating func addPartners(
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

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }
}
