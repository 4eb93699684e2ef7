package import Coordinates

/// Who answers for an action.
package struct Responsible: Hashable, Sendable {
    package enum Who: Hashable, Sendable {
        /// These committees, in ascending order; none means that nobody does.
        case committees([CommitteeNumber])
        /// Every committee in force on the day asked about (samtliga nämnder), also one that was
        /// established later.
        case all
        /// Every committee that was in force on this day; none that was established later, but
        /// for the successors of those that ended.
        case allAsOf(CalendarDate)
    }

    package let who: Who
    /// The one of several that holds the action together.
    package let lead: CommitteeNumber?

    package init(_ who: Who, lead: CommitteeNumber? = nil) {
        self.who = who
        self.lead = lead
    }

    /// These committees, each once.
    package static func these(
        _ committees: some Sequence<CommitteeNumber>, lead: CommitteeNumber? = nil
    ) -> Responsible {
        Responsible(.committees(Set(committees).sorted()), lead: lead)
    }

    package static func committees(_ committees: [CommitteeNumber]) -> Responsible {
        Responsible(.committees(committees))
    }

    package static let all = Responsible(.all)
    package static let nobody = Responsible(.committees([]))

    package var isCollective: Bool {
        switch who {
        case .committees: false
        case .all, .allAsOf: true
        }
    }
}
