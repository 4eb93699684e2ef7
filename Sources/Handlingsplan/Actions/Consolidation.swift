/// One status made of those of several committees. Nobody reported it: it says how it was made.
package struct Consolidation: Hashable, Sendable {
    package let status: Status
    package let basis: Basis
    /// How many committees have each status, in the order of the cases; none with no committee.
    package let counts: [Count]

    package struct Count: Hashable, Sendable {
        package let status: Status
        package let committees: Int
    }

    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// Nobody answers for the action.
        case nobody
        /// One committee answers for it, and this is its status.
        case single
        /// All stand at the same, be it that none has said anything yet.
        case unanimous
        /// Delayed, since one of them is.
        case someDelayed = "some-delayed"
        /// Paused, since all that are not done are.
        case restPaused = "rest-paused"
        /// Ongoing, since they have come differently far.
        case mixed
    }

    package init(_ shares: [Share]) { self.init(of: shares.map(\.status)) }

    /// - Parameter statuses: one for each committee.
    package init(of statuses: [Status]) {
        counts = Status.allCases.compactMap { status in
            let count = statuses.count { $0 == status }
            return count == 0 ? nil : Count(status: status, committees: count)
        }
        let unfinished = statuses.filter { $0 != .completed }
        (status, basis) =
            if let only = counts.first, counts.count == 1 {
                (only.status, statuses.count == 1 ? .single : .unanimous)
            } else if counts.isEmpty {
                (.notStarted, .nobody)
            } else if statuses.contains(.delayed) {
                (.delayed, .someDelayed)
            } else if unfinished.allSatisfy({ $0 == .paused }) {
                (.paused, .restPaused)
            } else {
                (.ongoing, .mixed)
            }
    }
}
