import Coordinates
package import EntryLog
package import Handlingsplan

/// The policies and plans there are and were.
package struct DocumentsQuestion: Question {
    package init() {}

    package var name: String { "documents" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> DocumentsAnswer {
        DocumentsAnswer(
            documents: try views.documents().compactMap { try views.state(of: $0, at: moment) },
            moment: moment, isRehearsal: founding.isRehearsal)
    }
}

package struct DocumentsAnswer: Answer {
    package static let schema = AnswerSchema("documents", 1)

    package let documents: [DocumentState]
    package let moment: Moment
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal, documents: documents.map(Item.init)
        )
        .encode(to: encoder)
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
