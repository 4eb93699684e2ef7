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
