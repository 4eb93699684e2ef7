import Answers
import Coordinates
import Handlingsplan

/// How far all committees have come, and perhaps what changed.
extension SummaryAnswer: Output {
    var text: String {
        var areas = Self.table("Area")
        for area in summary.areas {
            areas.add([Texts.area(area)] + Self.cells(area.tally))
            for committee in area.committees {
                areas.add(["– \(committee.committee.code)"] + Self.cells(committee.tally))
            }
        }
        areas.add([Texts.wholeName] + Self.cells(summary.whole))
        var committees = Self.table("Committee")
        for committee in summary.committees {
            committees.add([Texts.name(committee.committee)] + Self.cells(committee.tally))
        }
        var parts = [Texts.summaryHeading(summary, document), areas.text, committees.text]
        if let comparison {
            parts.append(Texts.comparisonHeading(comparison))
            if !comparison.changes.isEmpty { parts.append(Self.changes(comparison.changes)) }
        }
        return parts.joined(separator: "\n\n")
    }

    private static func table(_ name: String) -> Table {
        Table(
            [Table.Column(heading: name, wrapsAt: 40)]
                + [
                    "Total", "Not started", "Ongoing", "Delayed", "Paused", "Completed", "Closed",
                    "Written off", "Superseded", "Overdue", "Unread", "No deadline", "Unreported",
                ].map { Table.Column(heading: $0, wrapsAt: 10, isNumber: true) })
    }

    private static func cells(_ tally: Tally) -> [String] {
        ([tally.count] + Status.allCases.map { tally[$0] } + [
            tally.closed, tally.writtenOff, tally.superseded, tally.overdue, tally.unread,
            tally.withoutDeadline, tally.unreported,
        ]).map { $0 == 0 ? "." : String($0) }
    }

    private static func changes(_ changes: [ActionChange]) -> String {
        var table = Table([
            .init(heading: "No", isNumber: true), .init(heading: "Action", wrapsAt: 36),
            .init(heading: "What", wrapsAt: 20), .init(heading: "Before", wrapsAt: 30),
            .init(heading: "Now", wrapsAt: 30),
        ])
        for change in changes {
            for (index, difference) in change.differences.enumerated() {
                table.add([
                    index == 0 ? change.number.description : "",
                    index == 0 ? change.title : "", Texts.field(difference),
                    difference.before ?? "", difference.after ?? "",
                ])
            }
        }
        return table.text
    }
}
