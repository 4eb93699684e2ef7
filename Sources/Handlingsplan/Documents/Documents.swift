package import Coordinates

package enum DocumentKind: String, Hashable, Sendable, CaseIterable {
    case policy, plan
}

/// What a steering document is when it is adopted.
package struct Adoption: Hashable, Sendable {
    package let slug: DocumentSlug
    package let title: String
    /// The policy that a plan carries out.
    package let policy: DocumentNumber?
    /// The last day on which it is to be in force; nil while nobody has said.
    package let lastDay: CalendarDate?

    package init(
        slug: DocumentSlug, title: String, policy: DocumentNumber? = nil,
        lastDay: CalendarDate? = nil
    ) {
        self.slug = slug
        self.title = title
        self.policy = policy
        self.lastDay = lastDay
    }
}

/// A goal (mål) of a steering document, perhaps in one of its areas, perhaps with a term.
package struct Goal: Hashable, Sendable {
    package let document: DocumentNumber
    package let area: AreaNumber?
    package let title: String
    package let deadline: Deadline?

    package init(
        document: DocumentNumber, area: AreaNumber? = nil, title: String, deadline: Deadline? = nil
    ) {
        self.document = document
        self.area = area
        self.title = title
        self.deadline = deadline
    }
}
