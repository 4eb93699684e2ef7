// Who was ever to succeed whom, and who was ever called what. Whether one does or is, only the
// stories tell, at a moment.

extension Event {
    /// The committees that this event ends, and the one that it has succeed them.
    package var succession: (ended: [CommitteeNumber], successor: CommitteeNumber)? {
        switch self {
        case .committeeDissolved(let number, let successor?): ([number], successor)
        case .committeesMerged(let numbers, let successor): (numbers, successor)
        default: nil
        }
    }
}

extension Event {
    /// The committee that this event names, and how.
    package var namingOfCommittee: (CommitteeNumber, Naming)? {
        switch self {
        case .committeeEstablished(let number, let naming),
            .committeeRenamed(let number, let naming):
            (number, naming)
        default: nil
        }
    }
}

extension CommitteeStory {
    /// The committees that were ever to succeed this one.
    var everSuccessors: [CommitteeNumber] {
        standing.items.compactMap { item in
            if case .dissolved(let successor) = item.value { successor } else { nil }
        }
    }
}
