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

    /// What a correction brings back, a name or a committee that had ended, may have a code or a
    /// short name that others were given meanwhile.
    private func checkNamesStayFree(turning entry: Position) throws(Rejection) {
        let (falling, rising) = turned(by: entry)
        for story in situation.committees {
            var codes = story.naming.items.filter { rising.contains($0.stamp.position) }
                .map(\.value.code)
            let hadEnded = story.standing.items.contains {
                $0.value != .established && falling.contains($0.stamp.position)
            }
            if hadEnded { codes.append(story.naming(at: moment).code) }
            for code in codes { try checkFree(code, besides: [story.number]) }
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
