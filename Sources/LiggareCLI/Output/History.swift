import Answers
import Coordinates
import EntryLog
import Handlingsplan
import Tables

extension History {
    var table: Table {
        var table = Table([
            .init("Position", isNumber: true, rank: 0), .init("Recorded", rank: 3),
            .init("Effective"), .init("By", rank: 4), .init("What", wrapsAt: 60, rank: 0),
            .init("Decision", wrapsAt: 24, rank: 2), .init("Counts", rank: 2),
        ])
        for line in lines {
            table.add([
                .number(line.position.index), .time(line.recordedAt), .day(line.act.effective),
                .text(String(line.signer.description.prefix(8))),
                .list(line.act.events.map { Texts.event($0, line.names) }),
                .text(line.act.reference.decision), .text(Texts.turns(line.turns)),
            ])
        }
        return table
    }
}
