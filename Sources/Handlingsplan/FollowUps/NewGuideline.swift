package struct NewGuideline: Hashable, Sendable {
    package let document: DocumentSlug
    /// Without it, the committee of the document's follow-up cycle is meant.
    package let issuer: CommitteeCode?
    package let addressees: [CommitteeCode]
    package let text: String
    package let period: Period?
    package let deadline: String?

    package init(
        document: DocumentSlug, issuer: CommitteeCode? = nil, addressees: [CommitteeCode],
        text: String, period: Period? = nil, deadline: String? = nil
    ) {
        self.document = document
        self.issuer = issuer
        self.addressees = addressees
        self.text = text
        self.period = period
        self.deadline = deadline
    }
}
