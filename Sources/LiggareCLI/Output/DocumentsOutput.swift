import Answers
import Coordinates
import Handlingsplan

/// The policies and plans there are and were.
extension DocumentsAnswer: Output {
    var text: String {
        guard !documents.isEmpty else {
            return Texts.documentsHeading(moment) + "\n\n" + Texts.noDocuments
        }
        var table = Table([
            .init(heading: "Kind"), .init(heading: "Short name"),
            .init(heading: "Title", wrapsAt: 44), .init(heading: "Under"),
            .init(heading: "Standing", wrapsAt: 40), .init(heading: "Open actions", isNumber: true),
        ])
        for document in documents {
            table.add([
                document.kind.rawValue, document.slug.description, document.title,
                document.policy?.description ?? "", Texts.force(document),
                String(document.actions.count(where: \.isOpen)),
            ])
        }
        return Texts.documentsHeading(moment) + "\n\n" + table.text
    }
}
