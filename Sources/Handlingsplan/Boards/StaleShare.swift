package import Coordinates

extension ActionStory {
    /// The committees that have not said since a day how far they have come with an open action
    /// that was there by that day, and that they have not completed.
    package func staleShares(
        since day: CalendarDate, in register: CommitteeRegister
    ) -> [Warning] {
        let before = Moment(effective: day, known: register.moment.known)
        guard standing(at: register.moment) == .open, standing(at: before) == .open else {
            return []
        }
        return shares(in: register).filter { share in
            share.status != .completed && (share.reported.map { $0 < day } ?? true)
        }.map { .staleStatus(number, $0.code, reported: $0.reported, since: day) }
    }
}
