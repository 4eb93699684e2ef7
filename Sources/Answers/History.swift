package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog

/// The entries that something comes from: who recorded what and when, and what was corrected.
package struct History: Sendable {
    package struct Line: Sendable {
        package let position: Position
        package let recordedAt: Timestamp
        package let signer: KeyID
        package let act: Act
        /// Where the entry was corrected and brought back.
        package let turns: [Position]
        package let names: Names
    }

    package let lines: [Line]

    /// - Parameters:
    ///   - positions: the entries to tell of.
    ///   - isAbout: which of their events.
    package init<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        _ positions: [Position], upTo known: Position, in log: borrowing Reader, _ views: Views,
        _ isAbout: (Event) -> Bool
    ) throws {
        let now = Moment(effective: .endOfCalendar, known: known)
        let names = try Names(of: views, at: now)
        var lines: [Line] = []
        for position in positions where position <= known {
            let turns = try views.corrections(of: position).turns.filter { $0 <= known }
            let line = try log.entry(at: position) { entry in
                let act = try Act(decoding: entry.content)
                return Line(
                    position: position, recordedAt: entry.recordedAt, signer: entry.keyID,
                    act: Act(
                        effective: act.effective, reference: act.reference,
                        events: act.events.filter(isAbout)),
                    turns: turns,
                    names: names.on(act.effective, known: position))
            }
            lines.append(line)
        }
        self.lines = lines
    }
}

/// One entry of a history, for programs.
struct HistoryContent: Encodable {
    let position: UInt64
    let recordedAt: String
    let key: String
    let turnedBy: [UInt64]
    let counts: Bool
    let act: ActContent

    init(_ line: History.Line) {
        position = line.position.index
        recordedAt = line.recordedAt.rfc3339
        key = line.signer.description
        turnedBy = line.turns.map(\.index)
        counts = line.turns.count.isMultiple(of: 2)
        act = ActContent(line.act, line.names)
    }
}
