import Coordinates
import Handlingsplan

/// The policies and plans there are and were.
struct DocumentsOutput: Output {
    let documents: [DocumentState]
    let moment: Moment
    let isRehearsal: Bool

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

    var content: any Encodable {
        Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal, documents: documents.map(Item.init))
    }

    private struct Content: Encodable {
        let effective: String
        let position: UInt64
        let rehearsal: Bool
        let documents: [Item]
    }

    private struct Item: Encodable {
        let number: UInt32
        let kind: String
        let slug: String
        let title: String
        let policy: Nullable<String>
        let standing: String
        let since: String
        let lastDay: Nullable<String>
        let successor: Nullable<String>
        let openActions: Int

        init(_ state: DocumentState) {
            number = state.number.value
            (kind, slug) = (state.kind.rawValue, state.slug.description)
            title = state.title
            policy = Nullable(state.policy?.description)
            standing = state.standing == .adopted ? "adopted" : "repealed"
            since = state.since.description
            lastDay = Nullable(state.lastDay?.description)
            successor = Nullable(state.successor?.description)
            openActions = state.actions.count(where: \.isOpen)
        }
    }
}
