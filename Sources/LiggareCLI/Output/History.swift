import Answers
import Coordinates
import EntryLog
import Handlingsplan

extension History {
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
