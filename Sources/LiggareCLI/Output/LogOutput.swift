import Answers
import Coordinates
import Handlingsplan
import Tables

/// What was recorded, one line an entry.
extension LogAnswer: TabularOutput {
    var blocks: [Block] {
        guard !lines.isEmpty else { return [.text(Texts.emptyLog)] }
        var table = Table(LogLine.columns)
        for line in lines { table.add(line.cells) }
        return [.table(table)]
    }
}

extension LogLine {
    static let columns: [Table.Column] = [
        .init("Position", isNumber: true, rank: 0), .init("Recorded", rank: 2),
        .init("Effective"), .init("What", wrapsAt: 70, rank: 0), .init("Decision", wrapsAt: 24),
    ]

    var cells: [Cell] {
        [
            .number(entry.position.index), .time(entry.recordedAt), .day(entry.act.effective),
            .list(entry.act.events.map { Texts.event($0, names) }),
            .text(entry.act.reference.decision),
        ]
    }
}

extension FollowedAnswer: Output {
    /// What stands above them all.
    static var heading: String { Table(columns).text() }

    /// As wide as a line of the list may become.
    private static var columns: [Table.Column] {
        zip(LogLine.columns, [8, 24, 10, 70, 24]).map { column, width in
            var column = column
            column.minimumWidth = width
            return column
        }
    }

    var text: String {
        var table = Table(Self.columns)
        table.add(line.cells)
        return table.rowText
    }
}
