import Answers
import Coordinates
import Handlingsplan
import Tables

/// The policies and plans there are and were.
extension DocumentsAnswer: TabularOutput {
    var blocks: [Block] {
        guard !documents.isEmpty else {
            return [.text(Texts.documentsHeading(moment)), .text(Texts.noDocuments)]
        }
        var table = Table([
            .init("Kind"), .init("Short name", rank: 0), .init("Title", wrapsAt: 44, rank: 0),
            .init("Under", rank: 2), .init("Standing", wrapsAt: 40),
            .init("Open actions", isNumber: true),
        ])
        for document in documents {
            table.add([
                .text(document.kind.rawValue), .text(document.slug.description),
                .text(document.title), .text(document.policy?.description),
                .status(Texts.force(document)), .number(document.actions.count(where: \.isOpen)),
            ])
        }
        return [.text(Texts.documentsHeading(moment)), .table(table)]
    }
}
