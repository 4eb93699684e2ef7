package import Answers
import Coordinates
import EntryLog
package import Handlingsplan
import PlanLog
import Tables

/// Who may record what, and who might once.
extension KeysAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        var table = Table([
            .init(words.heading(.keyId), rank: 0),
            .init(words.heading(.right), wrapsAt: 40, rank: 0), .init(words.heading(.until)),
            .init(words.heading(.sinceEntry), isNumber: true, rank: 2),
            .init(words.heading(.holder), wrapsAt: 30),
        ])
        for key in keys {
            table.add([
                .text(key.writer.idText), .text(words.right(key)),
                key.right?.until.map { .time($0) } ?? .empty, .number(key.since.index),
                .text(key.right?.holder),
            ])
        }
        return [.text(words.keysHeading(moment)), .table(table)]
    }
}

extension Writer {
    /// The id of the key, as entries have it.
    package var idText: String { publicKey?.id.description ?? "none" }
}
