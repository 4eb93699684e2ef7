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
        try checkUpright(position)
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
