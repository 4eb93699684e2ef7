import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

/// What was recorded, one line an entry.
struct LogOutput: Output {
    let recorded: [RecordedAct]
    let committees: [CommitteeStory]
    let isRehearsal: Bool

    init(_ recorded: [RecordedAct], committees: [CommitteeStory], isRehearsal: Bool) {
        self.recorded = recorded
        self.committees = committees
        self.isRehearsal = isRehearsal
    }

    var text: String {
        guard !recorded.isEmpty else { return Texts.emptyLog }
        var table = Table([
            .init(heading: "Position", isNumber: true), .init(heading: "Recorded"),
            .init(heading: "Effective"), .init(heading: "What", wrapsAt: 70),
            .init(heading: "Decision", wrapsAt: 24),
        ])
        for entry in recorded {
            let what = entry.act.events.map { event in
                Texts.event(event, code: { codeThen($0, entry) })
            }
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
                    act: ActContent(entry.act, code: { codeThen($0, entry) }))
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

    /// A committee under the code that it had when the act held.
    private func codeThen(_ number: CommitteeNumber, _ entry: RecordedAct) -> String {
        committees.code(of: number, effective: entry.act.effective, known: entry.position)
    }
}

extension [CommitteeStory] {
    func code(
        of number: CommitteeNumber, effective: CalendarDate, known: Position
    ) -> String {
        let register = CommitteeRegister(
            self, at: Moment(effective: effective, known: known))
        return register.code(of: number).description
    }
}
