import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

/// What was recorded, one line an entry.
struct LogOutput: Output {
    let lines: [LogLine]
    let isRehearsal: Bool

    var text: String {
        guard !lines.isEmpty else { return Texts.emptyLog }
        var table = Table(LogLine.columns)
        for line in lines { table.add(line.cells) }
        return table.text
    }

    var content: any Encodable { Content(rehearsal: isRehearsal, entries: lines.map(\.content)) }

    private struct Content: Encodable {
        let rehearsal: Bool
        let entries: [LogLine.Content]
    }
}

/// One entry as it is listed.
struct LogLine {
    let entry: RecordedAct
    let names: Names

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

    var content: Content {
        Content(
            position: entry.position.index, recordedAt: entry.recordedAt.rfc3339,
            act: ActContent(entry.act, names))
    }

    struct Content: Encodable {
        let position: UInt64
        let recordedAt: String
        let act: ActContent
    }
}

/// An entry that is printed by itself, before those after it are known.
struct FollowedOutput: Output {
    let line: LogLine
    let isRehearsal: Bool

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

    var content: any Encodable { Content(rehearsal: isRehearsal, line: line.content) }

    /// The fields of an entry in the list, and beside them what the list has.
    private struct Content: Encodable {
        let rehearsal: Bool
        let line: LogLine.Content

        func encode(to encoder: any Encoder) throws {
            try line.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(rehearsal, forKey: .rehearsal)
        }

        private enum CodingKeys: CodingKey { case rehearsal }
    }
}
