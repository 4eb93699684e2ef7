import Coordinates

// The rules on corrections and annulments.

extension Decider {
    mutating func correct(_ position: Position, _ reason: String) throws(Rejection) -> [Event] {
        try checkTurning(position, reason)
        return [.entryCorrected(position, reason: reason)]
    }

    mutating func annul(_ position: Position, _ reason: String) throws(Rejection) -> [Event] {
        try checkTurning(position, reason)
        return [.decisionAnnulled(position, reason: reason)]
    }

    private mutating func checkTurning(
        _ position: Position, _ reason: String
    ) throws(Rejection) {
        try check(reason, .reason)
        if position.index == 0 { throw .foundingEntry }
        guard position < situation.size.end else {
            throw .unknownEntry(position, size: situation.size)
        }
        if situation.keys.changes.contains(where: { $0.position == position }) {
            throw .rightsAreNotCorrected(position)
        }
        if situation.log.isSaid(at: position) { throw .standsForGood(position) }
        if let reason = situation.log.voids[position] { throw .entryIsVoid(position, reason) }
        try checkUpright(position)
        let (falling, rising) = turned(by: position)
        if falling.count + rising.count > RecordedAct.turnedLimit {
            throw .correctedTooOften(position)
        }
        try checkNamesStayFree(turning: position)
        warnAboutWhatGoes(with: position)
    }

    private mutating func warnAboutWhatGoes(with entry: Position) {
        for story in situation.committees
        where story.standing.items.first?.stamp.position == entry {
            warnings.append(.committeeCorrectedAway(register.code(of: story.number)))
        }
        for story in situation.documents
        where story.standing.items.first?.stamp.position == entry {
            warnings.append(.documentCorrectedAway(story.slug))
        }
    }

    /// A committee or a name that is in force again after a correction may have a code or a short
    /// name that others were given meanwhile, and keep.
    private func checkNamesStayFree(turning entry: Position) throws(Rejection) {
        let (falling, rising) = turned(by: entry)
        let after = Moment(effective: moment.effective, known: situation.size.end)
        let stories = situation.committees.map { story in
            falling.union(rising).reduce(into: story) {
                $0.turn(itemsFrom: $1, at: after.known)
            }
        }
        for (story, before) in zip(stories, situation.committees) where story != before {
            let others = stories.filter { $0.number != story.number }
            for naming in story.namings(from: after) {
                try others.checkFree(naming.code, from: after)
            }
        }
        for story in situation.documents {
            let isBack = story.standing.items.first.map { rising.contains($0.stamp.position) }
            if isBack ?? false, let other = known(story.slug), other.number != story.number {
                throw .slugTaken(story.slug)
            }
        }
    }

    /// The entries that a correction of one takes away, that one among them, and those that it
    /// brings back.
    private func turned(
        by entry: Position
    ) -> (falling: Set<Position>, rising: Set<Position>) {
        var (falling, rising): (Set<Position>, Set<Position>) = ([entry], [])
        for target in situation.corrections[entry]?.targets ?? [] {
            let (lower, raised) = turned(by: target)
            falling.formUnion(raised)
            rising.formUnion(lower)
        }
        return (falling, rising)
    }

    /// What a correction takes away must stand. Where that is a correction itself, what it had
    /// taken away rises, and what that had taken away falls with it, so must stand, too: no entry
    /// is ever corrected twice over.
    private func checkUpright(_ entry: Position) throws(Rejection) {
        let falling = situation.corrections[entry] ?? EntryCorrections()
        if let turn = falling.turns.last, !isUpright(falling.turns, at: moment.known) {
            throw .alreadyCorrected(entry, at: turn)
        }
        for rising in falling.targets {
            for next in situation.corrections[rising]?.targets ?? [] { try checkUpright(next) }
        }
    }
}
