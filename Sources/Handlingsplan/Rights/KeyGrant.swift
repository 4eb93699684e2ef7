package import Coordinates

/// A right as it is asked for: committees by code.
package struct KeyGrant: Hashable, Sendable {
    package let writer: Writer
    /// A registrar's; nil for a steward.
    package let committees: [CommitteeCode]?
    package let until: Timestamp?
    package let holder: String?

    package init(
        _ writer: Writer, committees: [CommitteeCode]?, until: Timestamp? = nil,
        holder: String? = nil
    ) {
        self.writer = writer
        self.committees = committees
        self.until = until
        self.holder = holder
    }
}
