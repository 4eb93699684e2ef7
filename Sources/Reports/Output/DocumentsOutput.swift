package import Answers
import Coordinates
import Handlingsplan
import Tables

/// The policies and plans there are and were.
extension DocumentsAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        var table = Table([
            .init(words.heading(.kind)), .init(words.heading(.shortName), rank: 0),
            .init(words.heading(.title), wrapsAt: 44, rank: 0),
            .init(words.heading(.under), rank: 2), .init(words.heading(.standing), wrapsAt: 40),
            .init(words.heading(.openActions), isNumber: true),
        ])
        for document in documents {
            table.add([
                .text(words.kind(document.kind)), .text(document.slug.description),
                .text(document.title), .text(document.policy?.description),
                .status(words.force(document)), .number(document.actions.count(where: \.isOpen)),
            ])
        }
        return [
            .text(words.documentsHeading(moment)), .list(table, ifEmpty: words.noDocuments),
        ]
    }
}
