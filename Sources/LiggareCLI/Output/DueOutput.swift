import Coordinates
import Handlingsplan

/// What is late.
struct OverdueOutput: Output {
    let overdue: [Overdue]
    let moment: Moment
    let isRehearsal: Bool

    var text: String {
        guard !overdue.isEmpty else { return Texts.overdueHeading(moment) + Texts.nothingOverdue }
        var table = Table([
            .init(heading: "No", isNumber: true), .init(heading: "Missed"),
            .init(heading: "Days late", isNumber: true), .init(heading: "Plan"),
            .init(heading: "Action", wrapsAt: 44), .init(heading: "Late", wrapsAt: 16),
            .init(heading: "Status"), .init(heading: "Deadline", wrapsAt: 26),
        ])
        for late in overdue {
            table.add([
                late.action.number.description, late.missed.description, String(late.daysLate),
                late.action.slug.description, Texts.title(late.action),
                late.committees.map(\.description).joined(separator: ", "),
                late.action.consolidation.status.rawValue, late.action.deadline?.text ?? "",
            ])
        }
        return Texts.overdueHeading(moment) + "\n\n" + table.text
    }

    var content: any Encodable {
        Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal,
            actions: overdue.map { late in
                Item(
                    missed: late.missed.description, daysLate: late.daysLate,
                    committees: late.committees.map(\.description),
                    action: ActionContent(late.action))
            })
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

/// What falls due in some days.
struct DeadlinesOutput: Output {
    let items: [DueItem]
    let first: CalendarDate
    let last: CalendarDate
    let moment: Moment
    let isRehearsal: Bool

    var text: String {
        let heading = Texts.deadlinesHeading(first, last, moment)
        guard !items.isEmpty else { return heading + Texts.nothingDue }
        var table = Table([
            .init(heading: "Day"), .init(heading: "What"), .init(heading: "Title", wrapsAt: 44),
            .init(heading: "By", wrapsAt: 16), .init(heading: "Stands", wrapsAt: 24),
            .init(heading: "Deadline", wrapsAt: 30),
        ])
        for item in items {
            table.add([
                item.day.description, Texts.what(item.what), item.title,
                item.committees.map(\.description).joined(separator: ", "), Texts.stands(item),
                item.deadline,
            ])
        }
        return heading + "\n\n" + table.text
    }

    var content: any Encodable {
        Content(
            from: first.description, to: last.description,
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal, deadlines: items.map(Item.init))
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
