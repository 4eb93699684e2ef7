import Coordinates
package import EntryLog
package import Handlingsplan

/// What is late, in the whole ledger or under a document.
package struct OverdueQuestion: Question {
    package let document: DocumentSlug?

    package init(_ document: DocumentSlug? = nil) { self.document = document }

    package var name: String { "overdue" + (document.map { " \($0)" } ?? "") }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> OverdueAnswer {
        let number = try document.map { try views.document($0, at: moment).number }
        return OverdueAnswer(
            overdue: try views.overdue(of: number, at: moment), moment: moment,
            isRehearsal: founding.isRehearsal)
    }
}

package struct OverdueAnswer: Answer {
    package static let schema = AnswerSchema("overdue", 1)

    package let overdue: [Overdue]
    package let moment: Moment
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal,
            actions: overdue.map { late in
                Item(
                    missed: late.missed.description, daysLate: late.daysLate,
                    committees: late.committees.map(\.description),
                    action: ActionContent(late.action))
            }
        )
        .encode(to: encoder)
    }

    private struct Content: Encodable {
        let effective: String
        let position: UInt64
        let rehearsal: Bool
        let actions: [Item]
    }

    private struct Item: Encodable {
        let missed: String
        let daysLate: Int
        let committees: [String]
        let action: ActionContent
    }
}
