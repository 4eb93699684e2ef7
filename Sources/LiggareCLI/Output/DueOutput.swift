import Answers
import Coordinates
import Handlingsplan
import Tables

/// What is late.
extension OverdueAnswer: TabularOutput {
    var blocks: [Block] {
        guard !overdue.isEmpty else {
            return [.text(Texts.overdueHeading(moment) + Texts.nothingOverdue)]
        }
        var table = Table([
            .init("No", isNumber: true, rank: 0), .init("Missed", rank: 0),
            .init("Days late", isNumber: true), .init("Plan", rank: 2),
            .init("Action", wrapsAt: 44, rank: 0), .init("Late", wrapsAt: 16), .init("Status"),
            .init("Deadline", wrapsAt: 26, rank: 3),
        ])
        for late in overdue {
            table.add([
                .number(late.action.number.value), .day(late.missed), .number(late.daysLate),
                .text(late.action.slug.description), .text(Texts.title(late.action)),
                .text(late.committees.map(\.description).joined(separator: ", ")),
                .status(late.action.consolidation.status.rawValue),
                .text(late.action.deadline?.text),
            ])
        }
        return [.text(Texts.overdueHeading(moment)), .table(table)]
    }
}

/// What falls due in some days.
extension DeadlinesAnswer: TabularOutput {
    var blocks: [Block] {
        let heading = Texts.deadlinesHeading(first, last, moment)
        guard !items.isEmpty else { return [.text(heading + Texts.nothingDue)] }
        var table = Table([
            .init("Day", rank: 0), .init("What"), .init("Title", wrapsAt: 44, rank: 0),
            .init("By", wrapsAt: 16), .init("Stands", wrapsAt: 24, rank: 2),
            .init("Deadline", wrapsAt: 30, rank: 3),
        ])
        for item in items {
            table.add([
                .day(item.day), .text(Texts.what(item.what)), .text(item.title),
                .text(item.committees.map(\.description).joined(separator: ", ")),
                .status(Texts.stands(item)), .text(item.deadline),
            ])
        }
        return [.text(heading), .table(table)]
    }
}
