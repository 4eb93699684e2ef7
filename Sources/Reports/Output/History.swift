package import Answers
import Coordinates
import EntryLog
import Handlingsplan
package import Tables

extension History {
    package func table(in words: any Wording) -> Table {
        var table = Table([
            .init(words.heading(.position), isNumber: true, rank: 0),
            .init(words.heading(.recorded), rank: 3),
            .init(words.heading(.effective)), .init(words.heading(.by), rank: 4),
            .init(words.heading(.what), wrapsAt: 60, rank: 0),
            .init(words.heading(.decision), wrapsAt: 24, rank: 2),
            .init(words.heading(.counts), rank: 2),
        ])
        for line in lines {
            table.add([
                .number(line.position.index), .time(line.recordedAt), .day(line.act.effective),
                .text(String(line.signer.description.prefix(8))),
                .list(line.act.events.map { words.event($0, line.names) }),
                .text(line.act.reference.decision), .text(words.turns(line.turns)),
            ])
        }
        return table
    }
}
