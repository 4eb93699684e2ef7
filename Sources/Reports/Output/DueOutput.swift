package import Answers
import Coordinates
import Handlingsplan
import Tables

/// What is late.
extension OverdueAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        var table = Table([
            .init(words.heading(.number), isNumber: true, rank: 0),
            .init(words.heading(.missed), rank: 0),
            .init(words.heading(.daysLate), isNumber: true), .init(words.heading(.plan), rank: 2),
            .init(words.heading(.action), wrapsAt: 44, rank: 0),
            .init(words.heading(.late), wrapsAt: 16), .init(words.heading(.status)),
            .init(words.heading(.deadline), wrapsAt: 26, rank: 3),
        ])
        for late in overdue {
            table.add([
                .number(late.action.number.value), .day(late.missed), .number(late.daysLate),
                .text(late.action.slug.description), .text(words.title(late.action)),
                .text(late.committees.map(\.description).joined(separator: ", ")),
                .status(words.status(late.action.consolidation.status)),
                .text(late.action.deadline?.text),
            ])
        }
        return [
            .text(words.overdueHeading(moment)), .list(table, ifEmpty: words.nothingOverdue),
        ]
    }
}

/// What falls due in some days.
extension DeadlinesAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        let heading = words.deadlinesHeading(first, last, moment)
        var table = Table([
            .init(words.heading(.day), rank: 0), .init(words.heading(.what)),
            .init(words.heading(.title), wrapsAt: 44, rank: 0),
            .init(words.heading(.by), wrapsAt: 16),
            .init(words.heading(.stands), wrapsAt: 24, rank: 2),
            .init(words.heading(.deadline), wrapsAt: 30, rank: 3),
        ])
        for item in items {
            table.add([
                .day(item.day), .text(words.what(item.what)), .text(item.title),
                .text(item.committees.map(\.description).joined(separator: ", ")),
                .status(words.stands(item)), .text(item.deadline),
            ])
        }
        return [.text(heading), .list(table, ifEmpty: words.nothingDue)]
    }
}
