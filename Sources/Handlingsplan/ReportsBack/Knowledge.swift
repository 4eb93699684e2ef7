package import Coordinates

/// What a committee knew on a day (vad nämnden visste när): what it had been told by then, beside
/// what the ledger held.
package struct Knowledge: Hashable, Sendable {
    /// The committee asked about, or the one that had succeeded it by the day.
    package let listener: CommitteeNumber
    /// Its code and name on the day.
    package let committee: Naming
    package let day: CalendarDate
    /// What the ledger held is what it held by this entry.
    package let position: Position
    /// By number.
    package let rows: [Row]

    package struct Row: Hashable, Sendable {
        package let number: ActionNumber
        /// The last report on the action by the day; nil where the committee had been told nothing.
        package let told: Told?
        /// What that report said.
        package let toldState: ActionState?
        /// What the ledger held on the day; nil where it had no such action.
        package let held: ActionState?
        /// From what the committee had been told to what the ledger held.
        package let differences: [Difference]

        fileprivate init(
            _ number: ActionNumber, _ told: Told?, _ toldState: ActionState?, _ held: ActionState?
        ) {
            self.number = number
            self.told = told
            self.toldState = toldState
            self.held = held
            differences = Difference.between(toldState, held)
        }
    }
}

extension LedgerReading {
    /// Reports back count by the day of the meeting, as long as they stand uncorrected: also those
    /// that were recorded after it, or after `position`. A successor knows what those before it
    /// had been told.
    ///
    /// - Parameter position: the last entry that counts for what the ledger held, such as the last
    ///   one that was recorded by the end of the day.
    package func known(
        to listener: CommitteeNumber, on day: CalendarDate, heldBy position: Position,
        scope: KnownScope = .ownAndTold
    ) throws(Failure) -> Knowledge {
        let slugs = try documents().slugs
        let now = CommitteeRegister(
            try committees(), at: Moment(effective: day, known: size.last ?? Position(0)))
        let then = now.at(Moment(effective: day, known: position))
        let listener = now.holder(of: listener)
        let (candidates, isMeant) = try selection(scope, of: listener, now: now, then: then)
        var rows: [Knowledge.Row] = []
        for number in candidates {
            let story = try action(number)
            let told = story?.told(to: listener, in: now)
            let toldState = told.flatMap { story?.state(in: now.at($0.moment), slugs) }
            let row = Knowledge.Row(number, told, toldState, story?.state(in: then, slugs))
            if isMeant(row) { rows.append(row) }
        }
        return Knowledge(
            listener: listener, committee: now[listener].naming(at: now.moment), day: day,
            position: position, rows: rows)
    }

    /// The actions that a scope may be about, and how to tell of a row whether it is.
    private func selection(
        _ scope: KnownScope, of listener: CommitteeNumber, now: CommitteeRegister,
        then: CommitteeRegister
    ) throws(Failure) -> (candidates: [ActionNumber], isMeant: (Knowledge.Row) -> Bool) {
        switch scope {
        case .ownAndTold:
            let candidates = try actions(everOfConcernTo: listener, now: now, then: then)
            return (
                candidates,
                { row in
                    row.told != nil
                        || row.held?.shares.contains { now.holder(of: $0.committee) == listener }
                            ?? false
                }
            )
        case .document(let number):
            let document = DocumentScope(number, try documents(), try areas())
            return (
                try actions(everIn: document),
                { row in [row.toldState, row.held].contains { $0.map(document.covers) ?? false } }
            )
        case .actions(let numbers): return (Set(numbers).sorted(), { _ in true })
        }
    }
}
