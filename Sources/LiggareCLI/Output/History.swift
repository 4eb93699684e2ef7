import Coordinates
import EntryLog
import Handlingsplan
import PlanLog

/// The entries that something comes from: who recorded what and when, and what was corrected.
struct History {
    struct Line {
        let position: Position
        let recordedAt: Timestamp
        let signer: KeyID
        let act: Act
        /// Where the entry was corrected and brought back.
        let turns: [Position]
        let names: Names
    }

    let lines: [Line]

    /// - Parameters:
    ///   - positions: the entries to tell of.
    ///   - isAbout: which of their events.
    init<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        _ positions: [Position], upTo known: Position, in log: borrowing Reader, _ views: Views,
        _ isAbout: (Event) -> Bool
    ) throws {
        let now = Moment(effective: .endOfCalendar, known: known)
        let names = Names(CommitteeRegister(try views.committees(), at: now), try views.documents())
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

    var text: String {
        var table = Table([
            .init(heading: "Position", isNumber: true), .init(heading: "Recorded"),
            .init(heading: "Effective"), .init(heading: "By"),
            .init(heading: "What", wrapsAt: 60), .init(heading: "Decision", wrapsAt: 24),
            .init(heading: "Counts"),
        ])
        for line in lines {
            table.add([
                line.position.description, line.recordedAt.rfc3339,
                line.act.effective.description, String(line.signer.description.prefix(8)),
                line.act.events.map { Texts.event($0, line.names) }.joined(separator: "\n"),
                line.act.reference.decision ?? "", Texts.turns(line.turns),
            ])
        }
        return table.text
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
