package import Coordinates

extension ActionStory {
    /// The committees that have not said since a day how far they have come with an open action
    /// that was there by that day, and that they have not completed. What recurs is never
    /// completed for good.
    package func staleShares(
        since day: CalendarDate, in register: CommitteeRegister
    ) -> [Warning] {
        sharesUnreported(since: day, in: register)
            .map { .staleStatus(number, $0.code, reported: $0.reported, since: day) }
    }

    /// Their shares, in the order of the committees' numbers.
    package func sharesUnreported(
        since day: CalendarDate, in register: CommitteeRegister
    ) -> [Share] {
        let before = Moment(effective: day, known: register.moment.known)
        guard standing(at: register.moment) == .open, standing(at: before) == .open else {
            return []
        }
        let recurs = deadline.value(at: register.moment)?.reading?.recurrence != nil
        return shares(in: register).filter { share in
            (recurs || share.status != .completed) && (share.reported.map { $0 < day } ?? true)
        }
    }
}
