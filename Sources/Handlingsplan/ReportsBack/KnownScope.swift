import Coordinates

/// Which actions a question about what a committee knew is about.
package enum KnownScope: Hashable, Sendable {
    /// Those that the committee answered for on the day as the ledger held it, and all that it had
    /// ever been told of by then.
    case ownAndTold
    /// Those that the document had, as a summary counts them, when the committee was told of them
    /// or on the day.
    case document(DocumentNumber)
    /// These, also where there was no such action.
    case actions([ActionNumber])
}

extension LedgerReading {
    /// The actions that `ownAndTold` may be about, ascending.
    ///
    /// - Parameters:
    ///   - now: the committees on the day, as they are known today.
    ///   - then: the committees on the day, as the ledger held them.
    func actions(
        everOfConcernTo listener: CommitteeNumber, now: CommitteeRegister, then: CommitteeRegister
    ) throws(Failure) -> [ActionNumber] {
        var numbers = Set(try actions(everAnsweredBy: listener, in: now))
        numbers.formUnion(try actions(everAnsweredBy: listener, in: then))
        var wholeLedger: Position?
        for committee in now.predecessors(of: listener) {
            for item in now[committee].reportsBack.visible(at: now.moment) {
                switch item.value.scope {
                case .everything:
                    wholeLedger = max(wholeLedger ?? item.value.from, item.value.from)
                case .document(let document):
                    numbers.formUnion(try actions(everOn: .document(document)))
                case .actions(let these): numbers.formUnion(these)
                }
            }
        }
        if let wholeLedger { numbers.formUnion(try actions(decidedBy: wholeLedger)) }
        return numbers.sorted()
    }

    /// The actions decided by an entry or before it, ascending. Numbers are given in the order of
    /// the log, so only a few stories are looked at.
    private func actions(decidedBy position: Position) throws(Failure) -> [ActionNumber] {
        var (decided, undecided) = (UInt32(0), try counts().actions + 1)
        while undecided - decided > 1 {
            let middle = decided + (undecided - decided) / 2
            let decision = try action(ActionNumber(middle))?.standing.items.first
            if let decision, decision.stamp.position <= position {
                decided = middle
            } else {
                undecided = middle
            }
        }
        return (0..<decided).map { ActionNumber($0 + 1) }
    }
}
