import Answers
import Coordinates
import Handlingsplan
import Tables

/// Who may record what, and who might once.
extension KeysAnswer: TabularOutput {
    var blocks: [Block] {
        var table = Table([
            .init("Key id", rank: 0), .init("Right", wrapsAt: 40, rank: 0), .init("Until"),
            .init("Since entry", isNumber: true, rank: 2), .init("Holder", wrapsAt: 30),
        ])
        for key in keys {
            table.add([
                .text(Texts.keyID(key.writer)), .text(Texts.right(key)),
                key.right?.until.map { .time($0) } ?? .empty, .number(key.since.index),
                .text(key.right?.holder),
            ])
        }
        return [.text(Texts.keysHeading(moment)), .table(table)]
    }
}
