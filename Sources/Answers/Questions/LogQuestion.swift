package import Coordinates
package import EntryLog
package import Handlingsplan
package import PlanLog
package import TransparencyLog

/// What was recorded, in order. What several conditions ask for must all be so.
package struct LogQuestion: Question {
    /// The first and the last position.
    package var from: Position
    package var to: Position?
    /// Only what was recorded on these days.
    package var since: CalendarDate?
    package var until: CalendarDate?
    /// Only what names this committee.
    package var committee: CommitteeCode?
    /// Only what is about this policy or plan and what belongs to it, but for actions.
    package var document: DocumentSlug?
    package var action: ActionNumber?
    /// Only entries with an event of this kind.
    package var event: EventKind?
    /// Only decisions with these words in them.
    package var decision: String?

    package init(from first: Position = Position(1)) { from = first }

    package var name: String { "log" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> LogAnswer {
        let selection = try selection(of: founding, views)
        let end = min(views.size.end, to.map { Position($0.index + 1) } ?? views.size.end)
        var lines: [LogLine] = []
        let first = max(from, Position(1))
        if first < end {
            try forEachEntry(in: first..<end, of: log, try views.voids()) { entry in
                if selection.isMeant(entry) { lines.append(selection.line(of: entry)) }
            }
        }
        return LogAnswer(lines: lines, isRehearsal: founding.isRehearsal)
    }
}

package struct LogAnswer: Answer {
    package static let schema = AnswerSchema("log", 1)

    package let lines: [LogLine]
    package let isRehearsal: Bool

    package init(lines: [LogLine], isRehearsal: Bool) {
        self.lines = lines
        self.isRehearsal = isRehearsal
    }

    package func encode(to encoder: any Encoder) throws {
        try Content(rehearsal: isRehearsal, entries: lines).encode(to: encoder)
    }

    private struct Content: Encodable {
        let rehearsal: Bool
        let entries: [LogLine]
    }
}

/// One entry as it is listed.
package struct LogLine: Encodable, Sendable {
    package let entry: JudgedEntry
    package let names: Names
    /// Of a void entry: the one by which it was dealt with.
    package let dealtWithAt: Position?

    package func encode(to encoder: any Encoder) throws {
        let content =
            switch entry {
            case .act(let recorded):
                Content(
                    position: recorded.position.index, recordedAt: recorded.recordedAt.rfc3339,
                    act: ActContent(recorded.act, names), void: nil,
                    dealtWithAt: nil)
            case .void(let position, let reason):
                Content(
                    position: position.index, recordedAt: nil, act: nil, void: reason.kind,
                    dealtWithAt: dealtWithAt?.index)
            }
        try content.encode(to: encoder)
    }

    private struct Content: Encodable {
        let position: UInt64
        let recordedAt: String?
        let act: ActContent?
        let void: String?
        let dealtWithAt: UInt64?
    }
}

/// An entry that is told by itself, before those after it are known: the fields of an entry in the
/// list, and beside them what the list has.
package struct FollowedAnswer: Answer {
    package static let schema = AnswerSchema("followed-entry", 1)

    package let line: LogLine
    package let ledger: Hash
    package let isRehearsal: Bool

    package init(line: LogLine, ledger: Hash, isRehearsal: Bool) {
        self.line = line
        self.ledger = ledger
        self.isRehearsal = isRehearsal
    }

    package func encode(to encoder: any Encoder) throws {
        try line.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ledger.description, forKey: .ledger)
        try container.encode(isRehearsal, forKey: .rehearsal)
    }

    private enum CodingKeys: CodingKey { case ledger, rehearsal }
}
