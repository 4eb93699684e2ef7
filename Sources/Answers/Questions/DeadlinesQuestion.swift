package import Coordinates
package import EntryLog
package import Handlingsplan

/// What falls due in some days.
package struct DeadlinesQuestion: Question {
    package let first: CalendarDate
    package let last: CalendarDate

    /// - Precondition: `first` is not after `last`.
    package init(from first: CalendarDate, through last: CalendarDate) {
        precondition(first <= last, "a range of days")
        self.first = first
        self.last = last
    }

    package var name: String { "deadlines \(first) to \(last)" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> DeadlinesAnswer {
        DeadlinesAnswer(
            items: try views.deadlines(from: first, through: last, at: moment), first: first,
            last: last, moment: moment, isRehearsal: founding.isRehearsal)
    }
}

package struct DeadlinesAnswer: Answer {
    package static let schema = AnswerSchema("deadlines", 1)

    package let items: [DueItem]
    package let first: CalendarDate
    package let last: CalendarDate
    package let moment: Moment
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try Content(
            from: first.description, to: last.description,
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal, deadlines: items.map(Item.init)
        )
        .encode(to: encoder)
    }

    private struct Content: Encodable {
        let from: String
        let to: String
        let effective: String
        let position: UInt64
        let rehearsal: Bool
        let deadlines: [Item]
    }

    private struct Item: Encodable {
        let day: String
        let kind: String
        var action: UInt32?
        var goal: UInt32?
        var guideline: UInt32?
        var document: String?
        let title: String
        let committees: [String]
        let outstanding: [String]
        let state: Nullable<String>
        let done: String?
        let deadline: String

        init(_ item: DueItem) {
            day = item.day.description
            switch item.what {
            case .action(let number): (kind, action) = ("action", number.value)
            case .goal(let number): (kind, goal) = ("goal", number.value)
            case .followUp(let slug): (kind, document) = ("follow-up", slug.description)
            case .guideline(let number): (kind, guideline) = ("guideline", number.value)
            }
            title = item.title
            committees = item.committees.map(\.description)
            outstanding = item.outstanding.map(\.description)
            switch item.state {
            case .done(let day): (state, done) = (Nullable("done"), day.description)
            case .missed: (state, done) = (Nullable("missed"), nil)
            case .due: (state, done) = (Nullable("due"), nil)
            case nil: (state, done) = (Nullable(nil), nil)
            }
            deadline = item.deadline
        }
    }
}
