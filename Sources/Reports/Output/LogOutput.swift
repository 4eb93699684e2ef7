package import Answers
import Coordinates
import Handlingsplan
import PlanLog
package import Tables

/// What was recorded, one line an entry.
extension LogAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        var table = Table(LogLine.columns(in: words))
        for line in lines { table.add(line.cells(in: words)) }
        return [.list(table, ifEmpty: words.emptyLog)]
    }
}

extension LogLine {
    package static func columns(in words: any Wording) -> [Table.Column] {
        [
            .init(words.heading(.position), isNumber: true, rank: 0),
            .init(words.heading(.recorded), rank: 2),
            .init(words.heading(.effective)), .init(words.heading(.what), wrapsAt: 70, rank: 0),
            .init(words.heading(.decision), wrapsAt: 24),
        ]
    }

    package func cells(in words: any Wording) -> [Cell] {
        switch entry {
        case .act(let recorded):
            return [
                .number(recorded.position.index), .time(recorded.recordedAt),
                .day(recorded.act.effective),
                .list(recorded.act.events.map { words.event($0, names) }),
                .text(recorded.act.reference.decision),
            ]
        case .void(let position, let reason):
            return [
                .number(position.index), .text(""), .text(""),
                .list([words.void(reason)] + (dealtWithAt.map { [words.dealtWith(at: $0)] } ?? [])),
                .text(""),
            ]
        }
    }
}

extension FollowedAnswer: Output {
    /// What stands above them all.
    package static func heading(in words: any Wording) -> String {
        Table(columns(in: words)).text()
    }

    /// As wide as a line of the list may become.
    private static func columns(in words: any Wording) -> [Table.Column] {
        zip(LogLine.columns(in: words), [8, 24, 10, 70, 24]).map { column, width in
            var column = column
            column.minimumWidth = width
            return column
        }
    }

    package func text(in words: any Wording) -> String {
        var table = Table(Self.columns(in: words))
        table.add(line.cells(in: words))
        return table.rowText
    }
}
