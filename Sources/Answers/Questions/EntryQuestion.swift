package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog
package import TransparencyLog

/// One entry, whole.
package struct EntryQuestion: Question {
    package let position: Position

    package init(_ position: Position) { self.position = position }

    package var name: String { "entry \(position)" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> EntryAnswer {
        guard position < views.size.end else {
            throw Rejection.unknownEntry(position, size: views.size)
        }
        let writers = try views.keys().writers(founder: Writer(founding.founder), known: position)
        let leaf = try log.leaf(at: position)
        let story = try views.logStory()
        let void = story.voids[position]
        return try log.entry(at: position) { entry in
            let act =
                void != nil
                ? try? Act(decoding: entry.content)
                : position > Position(0) ? try recordedAct(entry, in: log).act : nil
            let then = Moment(effective: act?.effective ?? .endOfCalendar, known: position)
            let names = try Names(of: views, at: then)
            return EntryAnswer(
                entry, founding, leaf: leaf,
                isSigned: writers.compactMap(\.publicKey).contains { entry.isSigned(by: $0) },
                act: act, void: void, in: story, names: names,
                turns: try views.corrections(of: position).turns)
        }
    }
}

package struct EntryAnswer: Answer {
    package static let schema = AnswerSchema("entry", 1)

    package let position: Position
    package let recordedAt: Timestamp
    package let commandID: CommandID
    package let keyID: KeyID
    package let seal: Hash
    package let leaf: Hash
    package let isSigned: Bool
    package let founding: Founding?
    package let act: Act?
    /// Why it has no effect; nil where it stands.
    package let void: VoidReason?
    /// The entry by which it was dealt with.
    package let dealtWithAt: Position?
    /// When it counts as recorded, where a steward declared the clock that dated it wrong.
    package let countsAs: Timestamp?
    /// Where the entry was corrected and brought back.
    package let turns: [Position]
    package let names: Names
    package let isRehearsal: Bool

    init(
        _ entry: borrowing Entry, _ founding: Founding, leaf: Hash, isSigned: Bool, act: Act?,
        void: VoidReason?, in story: LogStory, names: Names, turns: [Position]
    ) {
        position = entry.position
        recordedAt = entry.recordedAt
        commandID = entry.commandID
        keyID = entry.keyID
        seal = entry.seal
        self.leaf = leaf
        self.isSigned = isSigned
        self.founding = entry.founding
        self.act = act
        self.void = void
        dealtWithAt = story.voids.dealtWithAt(entry.position)
        let time = story.time(of: entry.position, stating: entry.recordedAt)
        countsAs = time == entry.recordedAt ? nil : time
        self.turns = turns
        self.names = names
        isRehearsal = founding.isRehearsal
    }

    package func encode(to encoder: any Encoder) throws {
        try Content(
            position: position.index, recordedAt: recordedAt.rfc3339,
            commandId: commandID.description, key: keyID.description,
            signatureHolds: isSigned, seal: base64(seal), leaf: base64(leaf),
            turnedBy: turns.map(\.index), void: void?.kind, dealtWithAt: dealtWithAt?.index,
            countsAs: countsAs?.rfc3339, rehearsal: isRehearsal,
            act: act.map { ActContent($0, names) },
            founding: founding.map { FoundingContent($0, id: leaf) }
        ).encode(to: encoder)
    }

    private struct Content: Encodable {
        let position: UInt64
        let recordedAt: String
        let commandId, key: String
        let signatureHolds: Bool
        let seal, leaf: String
        let turnedBy: [UInt64]
        let void: String?
        let dealtWithAt: UInt64?
        let countsAs: String?
        let rehearsal: Bool
        let act: ActContent?
        let founding: FoundingContent?
    }
}

private struct FoundingContent: Encodable {
    let ledger: String
    let name: String
    let origin: String
    let timeZone: String
    let publicKey: String

    init(_ founding: Founding, id: Hash) {
        ledger = id.description
        name = founding.name
        origin = founding.origin
        timeZone = founding.timeZone
        publicKey = base64(founding.founder.bytes)
    }
}
