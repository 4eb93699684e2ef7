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

/// Who follows a document up, and how often.
package struct FollowUpCycle: Hashable, Sendable {
    package let committee: CommitteeNumber
    package let deadline: Deadline

    package init(committee: CommitteeNumber, deadline: Deadline) {
        self.committee = committee
        self.deadline = deadline
    }
}

/// A follow-up (uppföljning) of a document that was held.
package struct FollowUp: Hashable, Sendable {
    package let committee: CommitteeNumber
    package let period: Period
    package let summary: String?

    package init(committee: CommitteeNumber, period: Period, summary: String? = nil) {
        self.committee = committee
        self.period = period
        self.summary = summary
    }
}

/// What the committee that follows up asks others to do better (riktlinje).
package struct Guideline: Hashable, Sendable {
    package let document: DocumentNumber
    package let issuer: CommitteeNumber
    /// The committees that are to answer, in ascending order.
    package let addressees: [CommitteeNumber]
    package let text: String
    /// The period of the follow-up that it comes from.
    package let period: Period?
    /// When it is to be answered.
    package let deadline: Deadline?

    package init(
        document: DocumentNumber, issuer: CommitteeNumber, addressees: [CommitteeNumber],
        text: String, period: Period? = nil, deadline: Deadline? = nil
    ) {
        self.document = document
        self.issuer = issuer
        self.addressees = addressees
        self.text = text
        self.period = period
        self.deadline = deadline
    }
}

/// What one committee answers to a guideline.
package struct GuidelineAnswer: Hashable, Sendable {
    package let committee: CommitteeNumber
    package let text: String

    package init(committee: CommitteeNumber, text: String) {
        self.committee = committee
        self.text = text
    }
}
