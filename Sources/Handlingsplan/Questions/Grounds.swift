package import Coordinates

extension LedgerReading {
    /// The entries, ascending and up to a position, that an answer about some actions rests on.
    ///
    /// Those that say something of these actions; the frame in which that is read, which is all that
    /// is not about actions alone; and with each entry those that correct it, and those that it
    /// corrects. A fold of these alone gives the same answer. Entry 0, which says nothing, is not
    /// among them.
    package func grounds(
        of actions: some Sequence<ActionNumber>, upTo known: Position
    ) throws(Failure) -> [Position] {
        var found: Set<Position> = []
        var open = try frame()
        for number in actions { open += try action(number)?.positions ?? [] }
        while let position = open.popLast() {
            guard position <= known, found.insert(position).inserted else { continue }
            let corrections = try corrections(of: position)
            open += corrections.turns + corrections.targets
        }
        return found.sorted()
    }

    /// What is not about actions alone. Committees and documents are needed for their names; the
    /// others, so that no number is missing before theirs, and a fold can tell that none is.
    private func frame() throws(Failure) -> [Position] {
        var positions = try committees().flatMap(\.positions)
        positions += try documents().flatMap(\.positions)
        positions += try areas().flatMap(\.positions)
        positions += try goals().flatMap(\.positions)
        positions += try guidelines().flatMap(\.positions)
        positions += try indicators().flatMap(\.positions)
        positions += try settings().positions + keys().positions
        // After one, times go on from where they were before.
        return try positions + logStory().wrongClocks.map(\.end)
    }
}
