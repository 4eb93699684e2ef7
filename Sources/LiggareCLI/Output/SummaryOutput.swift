import Answers
import Coordinates
import Handlingsplan
import Tables

/// How far all committees have come, and perhaps what changed.
extension SummaryAnswer: TabularOutput {
    var blocks: [Block] {
        var areas = Self.table("Area")
        for area in summary.areas {
            areas.add([.text(Texts.area(area))] + Self.cells(area.tally))
            for committee in area.committees {
                areas.add([.text("– \(committee.committee.code)")] + Self.cells(committee.tally))
            }
        }
        areas.add([.text(Texts.wholeName)] + Self.cells(summary.whole))
        var committees = Self.table("Committee")
        for committee in summary.committees {
            committees.add([.text(Texts.name(committee.committee))] + Self.cells(committee.tally))
        }
        var blocks: [Block] = [
            .text(Texts.summaryHeading(summary, document)), .table(areas), .table(committees),
        ]
        if let comparison {
            blocks.append(.text(Texts.comparisonHeading(comparison)))
            if !comparison.changes.isEmpty {
                blocks.append(.table(Self.changes(comparison.changes)))
            }
        }
        return blocks
    }

    private static func table(_ name: String) -> Table {
        Table(
            [.init(name, wrapsAt: 40, rank: 0)]
                + [
                    ("Total", 0), ("Not started", 1), ("Ongoing", 1), ("Delayed", 1),
                    ("Paused", 1), ("Completed", 1), ("Closed", 1), ("Written off", 2),
                    ("Superseded", 2), ("Overdue", 1), ("Unread", 2), ("No deadline", 2),
                    ("Unreported", 2),
                ].map { .init($0.0, wrapsAt: 10, isNumber: true, rank: $0.1) })
    }

    private static func cells(_ tally: Tally) -> [Cell] {
        ([tally.count] + Status.allCases.map { tally[$0] } + [
            tally.closed, tally.writtenOff, tally.superseded, tally.overdue, tally.unread,
            tally.withoutDeadline, tally.unreported,
        ]).map { .count($0) }
    }

    private static func changes(_ changes: [ActionChange]) -> Table {
        var table = Table([
            .init("No", isNumber: true, rank: 0), .init("Action", wrapsAt: 36, rank: 0),
            .init("What", wrapsAt: 20, rank: 0), .init("Before", wrapsAt: 30),
            .init("Now", wrapsAt: 30),
        ])
        for change in changes {
            for (index, difference) in change.differences.enumerated() {
                table.add([
                    .number(change.number.value).shown(if: index == 0),
                    .text(change.title).shown(if: index == 0), .text(Texts.field(difference)),
                    .text(difference.before), .text(difference.after),
                ])
            }
        }
        return table
    }
}
