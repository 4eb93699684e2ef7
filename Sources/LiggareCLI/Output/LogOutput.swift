import Answers
import Coordinates
import Handlingsplan

/// What was recorded, one line an entry.
extension LogAnswer: Output {
    var text: String {
        guard !lines.isEmpty else { return Texts.emptyLog }
        var table = Table(LogLine.columns)
        for line in lines { table.add(line.cells) }
        return table.text
    }
}

extension LogLine {
    static let columns: [Table.Column] = [
        .init(heading: "Position", isNumber: true), .init(heading: "Recorded"),
        .init(heading: "Effective"), .init(heading: "What", wrapsAt: 70),
        .init(heading: "Decision", wrapsAt: 24),
    ]

    var cells: [String] {
        [
            entry.position.description, entry.recordedAt.rfc3339,
            entry.act.effective.description,
            entry.act.events.map { Texts.event($0, names) }.joined(separator: "\n"),
            entry.act.reference.decision ?? "",
        ]
    }
}

extension FollowedAnswer: Output {
    /// What stands above them all.
    static var heading: String { Table(columns).text }

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
