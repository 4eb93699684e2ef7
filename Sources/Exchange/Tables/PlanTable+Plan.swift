package import Handlingsplan

extension PlanTable {
    /// A plan's actions, one a row, as `plan import` reads them.
    package static func rows(
        of plan: DocumentState, _ views: some LedgerReading, at moment: Moment
    ) throws -> [[Column: String]] {
        let (areas, goals) = (try views.areas(), try views.goals())
        let indicators = try views.indicators().compactMap { $0.indicator.value(at: moment) }
        return plan.actions.sorted { $0.number < $1.number }.map { action in
            var row: [Column: String] = [.title: action.title]
            row[.number] = action.localNumber
            row[.area] =
                action.areas.compactMap { number in
                    areas.first { $0.number == number }?.title.value(at: moment)
                }.cell
            row[.goal] =
                action.goals.compactMap { number in
                    goals.first { $0.number == number }?.goal.value(at: moment)?.title
                }.cell
            row[.responsible] =
                action.responsible?.isCollective ?? false
                ? "samtliga nämnder"
                : action.shares.isEmpty
                    ? nil : action.shares.map(\.code.description).joined(separator: ", ")
            row[.deadline] = action.deadline?.text
            row[.status] = action.commonStatus?.swedish
            row[.indicator] = indicators.filter { $0.action == action.number }.map(\.name).cell
            row[.partner] = action.partners.map(\.name).cell
            row[.comment] = action.comment
            return row
        }
    }
}

extension ActionState {
    /// What all committees that answer have reported; nil where one has not, or says otherwise.
    fileprivate var commonStatus: Status? {
        let isCommon =
            [.single, .unanimous].contains(consolidation.basis)
            && shares.allSatisfy { $0.reported != nil }
        return isCommon ? consolidation.status : nil
    }
}

extension [String] {
    /// One a line; nil for none.
    fileprivate var cell: String? { isEmpty ? nil : joined(separator: "\n") }
}

extension ImportedRow {
    package init(_ row: PlanTable.FoundRow) {
        self.init(line: row.line, title: row.cells[.title] ?? "")
        number = row.cells[.number]
        area = row.cells[.area]
        goal = row.cells[.goal]
        responsible = row.cells[.responsible]
        deadline = row.cells[.deadline]
        status = row.cells[.status]
        indicator = row.cells[.indicator]
        partner = row.cells[.partner]
        comment = row.cells[.comment]
    }
}
