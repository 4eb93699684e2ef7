import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

/// What was recorded, one line an entry.
struct LogOutput: Output {
    let recorded: [RecordedAct]
    let names: Names
    let isRehearsal: Bool

    var text: String {
        guard !recorded.isEmpty else { return Texts.emptyLog }
        var table = Table([
            .init(heading: "Position", isNumber: true), .init(heading: "Recorded"),
            .init(heading: "Effective"), .init(heading: "What", wrapsAt: 70),
            .init(heading: "Decision", wrapsAt: 24),
        ])
        for entry in recorded {
            let names = names(of: entry)
            let what = entry.act.events.map { Texts.event($0, names) }
            table.add([
                entry.position.description, entry.recordedAt.rfc3339,
                entry.act.effective.description, what.joined(separator: "\n"),
                entry.act.reference.decision ?? "",
            ])
        }
        return table.text
    }

    var content: any Encodable {
        Content(
            rehearsal: isRehearsal,
            entries: recorded.map { entry in
                EntryContent(
                    position: entry.position.index, recordedAt: entry.recordedAt.rfc3339,
                    act: ActContent(entry.act, names(of: entry)))
            })
    }

    private struct Content: Encodable {
        let rehearsal: Bool
        let entries: [EntryContent]
    }

    private struct EntryContent: Encodable {
        let position: UInt64
        let recordedAt: String
        let act: ActContent
    }

    private func names(of entry: RecordedAct) -> Names {
        names.on(entry.act.effective, known: entry.position)
    }
}
