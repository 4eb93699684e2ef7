/// A partner that came or went.
package enum PartnerLink: Hashable, Sendable {
    case linked(Partner)
    case unlinked(name: String)
}

extension Timeline where Value == PartnerLink {
    /// The partners at a moment, each in its latest role, in the order in which they came.
    package func partners(at moment: Moment) -> [Partner] {
        var partners: [Partner] = []
        for item in visible(at: moment) {
            switch item.value {
            case .linked(let partner):
                if let index = partners.firstIndex(where: { $0.name == partner.name }) {
                    partners[index] = partner
                } else {
                    partners.append(partner)
                }
            case .unlinked(let name):
                partners.removeAll { $0.name == name }
            }
        }
        return partners
    }
}
