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
