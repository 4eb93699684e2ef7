package import Coordinates

/// Who may record, and since which entry: every grant and revocation there ever was. There is one
/// of these.
///
/// Rights hold by position, not by effective day, and corrections do not touch them: whether an
/// entry was permitted is settled for ever when it is recorded.
package struct KeyRegister: Story, Hashable {
    /// A right was given to a writer, in place of any before it; or with nil, taken.
    package struct Change: Hashable, Sendable {
        package let writer: Writer
        package let right: Right?
        package let reason: String?
        package let position: Position

        package init(writer: Writer, right: Right?, reason: String? = nil, position: Position) {
            self.writer = writer
            self.right = right
            self.reason = reason
            self.position = position
        }
    }

    /// In the order of their entries.
    package private(set) var changes: [Change]

    /// Nothing has been granted or revoked: only the founder may record.
    package init(changes: [Change] = []) { self.changes = changes }

    package init(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        self.init()
        try evolve(event, at: stamp)
    }

    package mutating func evolve(_ event: Event, at stamp: Stamp) throws(ImpossibleEvent) {
        switch event {
        case .keyGranted(let writer, let right):
            changes.append(Change(writer: writer, right: right, position: stamp.position))
        case .keyRevoked(let writer, let reason):
            changes.append(
                Change(writer: writer, right: nil, reason: reason, position: stamp.position))
        default: throw ImpossibleEvent(event)
        }
    }

    /// `LedgerCounts` lets no entry with a grant or a revocation be corrected.
    package mutating func turn(itemsFrom source: Position, at position: Position) {}

    package var subject: Subject { .keys }

    package func isCovered(by counts: LedgerCounts) -> Bool {
        true
    }
}

// MARK: Who may

extension KeyRegister {
    /// The last change of a writer's right that was recorded by a position.
    private func lastChange(of writer: Writer, known: Position) -> Change? {
        changes.last { $0.writer == writer && $0.position <= known }
    }

    /// The right that a writer has for the entry after `known`; nil for none.
    package func right(of writer: Writer, founder: Writer, known: Position) -> Right? {
        if let change = lastChange(of: writer, known: known) { return change.right }
        return writer == founder ? .founders : nil
    }

    /// Everybody who ever had a right by a position, the founder first.
    package func writers(founder: Writer, known: Position) -> [Writer] {
        var writers = [founder]
        for change in changes where change.position <= known && !writers.contains(change.writer) {
            writers.append(change.writer)
        }
        return writers
    }

    /// Whether somebody, besides a writer where one is named, is a steward for good.
    package func hasLastingSteward(
        besides writer: Writer? = nil, founder: Writer, known: Position
    ) -> Bool {
        writers(founder: founder, known: known).contains { other in
            other != writer
                && right(of: other, founder: founder, known: known)?.isLastingStewardship ?? false
        }
    }

    /// Why a writer may not record an act; nil where it may.
    /// - Parameter committees: of the ledger before the act, for those that a right names.
    package func objection<Failure>(
        to recorded: RecordedAct, by writer: Writer, founder: Writer,
        _ committees: (CommitteeNumber) throws(Failure) -> CommitteeStory?
    ) throws(Failure) -> RightObjection? {
        let before = Position(recorded.position.index - 1)
        guard let right = right(of: writer, founder: founder, known: before) else {
            let change = lastChange(of: writer, known: before)
            return change.map { .revoked(at: $0.position) } ?? .noRight
        }
        if let until = right.until, recorded.recordedAt > until { return .ended(until) }
        // Its own time is chosen, and so says nothing about an end.
        if right.until != nil, recorded.act.clockDeclared != nil { return .takesLastingSteward }
        guard case .registrar(let own) = right.role else { return nil }
        // A day of UTC: the same for every reader, whatever time zones are in force.
        let then = Moment(effective: recorded.recordedAt.dayInUTC, known: before)
        var haveEnded = true
        for number in own where haveEnded {
            haveEnded = try committees(number)?.everEnded(by: then) ?? false
        }
        if haveEnded { return .committeesEnded }
        for event in recorded.judged {
            let facts = event.facts
            if facts.corrects != nil { continue }
            guard let committees = facts.speaksFor else { return .takesSteward(event) }
            for committee in committees where !own.contains(committee) {
                return .otherCommittee(committee)
            }
        }
        return nil
    }
}

extension RecordedAct {
    /// The events that a writer's right must reach: the act's own, and for a correction, which takes
    /// none by itself, those of the entries that it turns.
    fileprivate var judged: [Event] { act.events + turned.flatMap(\.act.events) }
}

/// Why an entry goes beyond its writer's right.
package enum RightObjection: Hashable, Sendable {
    /// The key never had a right.
    case noRight
    case revoked(at: Position)
    case ended(Timestamp)
    /// None of a registrar's committees is left.
    case committeesEnded
    /// A registrar recorded what only a steward may.
    case takesSteward(Event)
    /// A clock was declared wrong by a right that has an end.
    case takesLastingSteward
    /// A registrar spoke for a committee that the right does not name.
    case otherCommittee(CommitteeNumber)
}
