import Answers
import Coordinates
import Handlingsplan

/// What is late.
extension OverdueAnswer: Output {
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
}

/// What falls due in some days.
extension DeadlinesAnswer: Output {
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
}
