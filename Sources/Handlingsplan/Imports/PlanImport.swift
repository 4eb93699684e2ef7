/// A plan as it stands in a document or a spreadsheet: adopted if there is no such plan, else
/// compared with what is recorded, so that only what changed is recorded.
package struct PlanImport: Hashable, Sendable {
    package let slug: DocumentSlug
    /// Needed to adopt a plan that is not there yet.
    package let title: String?
    package let policy: DocumentSlug?
    package let rows: [ImportedRow]
    /// Who answers for what the table names nobody for.
    package let assignees: Assignees
    /// What the table calls people that the ledger has codes for, in lower case.
    package let owners: [String: CommitteeCode]

    package init(
        slug: DocumentSlug, title: String?, policy: DocumentSlug? = nil, rows: [ImportedRow],
        assignees: Assignees = .committees([]), owners: [String: CommitteeCode] = [:]
    ) {
        self.slug = slug
        self.title = title
        self.policy = policy
        self.rows = rows
        self.assignees = assignees
        self.owners = owners
    }
}

/// One action as it is written; nil for what is left empty. All texts are verbatim.
package struct ImportedRow: Hashable, Sendable {
    /// Where it stands in the file, counted from 1.
    package let line: Int
    package let title: String
    package var number: String?
    package var area: String?
    package var goal: String?
    package var responsible: String?
    package var deadline: String?
    package var status: String?
    package var indicator: String?
    package var partner: String?
    package var comment: String?

    package init(line: Int, title: String) {
        self.line = line
        self.title = title
    }

    package subscript(column: ImportColumn) -> String? {
        switch column {
        case .number: number
        case .title: title
        case .area: area
        case .goal: goal
        case .responsible: responsible
        case .deadline: deadline
        case .status: status
        case .indicator: indicator
        case .partner: partner
        case .comment: comment
        }
    }
}

/// The columns of a plan that is imported.
package enum ImportColumn: String, Hashable, Sendable, CaseIterable {
    case number, title, area, goal, responsible, deadline, status, indicator, partner, comment
}
