package import Coordinates

package struct NewDocument: Hashable, Sendable {
    package let kind: DocumentKind
    package let slug: DocumentSlug
    package let title: String
    package let policy: DocumentSlug?
    package let lastDay: CalendarDate?

    package init(
        _ kind: DocumentKind, _ slug: DocumentSlug, title: String, policy: DocumentSlug? = nil,
        lastDay: CalendarDate? = nil
    ) {
        self.kind = kind
        self.slug = slug
        self.title = title
        self.policy = policy
        self.lastDay = lastDay
    }
}

package struct NewGoal: Hashable, Sendable {
    package let title: String
    package let area: AreaNumber?
    package let deadline: String?

    package init(title: String, area: AreaNumber? = nil, deadline: String? = nil) {
        self.title = title
        self.area = area
        self.deadline = deadline
    }
}
