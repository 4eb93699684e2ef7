package import Answers
import Coordinates
import Handlingsplan
import Tables

/// How far all committees have come, and perhaps what changed.
extension SummaryAnswer: TabularOutput {
    package func blocks(in words: any Wording) -> [Block] {
        var areas = Self.table(.area, in: words)
        for area in summary.areas {
            areas.add([.text(words.area(area))] + Self.cells(area.tally))
            for committee in area.committees {
                areas.add([.text("– \(committee.committee.code)")] + Self.cells(committee.tally))
            }
        }
        areas.add([.text(words.wholeName)] + Self.cells(summary.whole))
        var committees = Self.table(.committee, in: words)
        for committee in summary.committees {
            committees.add([.text(words.name(committee.committee))] + Self.cells(committee.tally))
        }
        var blocks: [Block] = [
            .text(words.summaryHeading(summary, document)), .table(areas), .table(committees),
        ]
        if let comparison {
            blocks.append(.text(words.comparisonHeading(comparison)))
            if !comparison.changes.isEmpty {
                blocks.append(.table(Self.changes(comparison.changes, in: words)))
            }
        }
        return blocks
    }

    private static func table(_ name: Heading, in words: any Wording) -> Table {
        Table(
            [.init(words.heading(name), wrapsAt: 40, rank: 0)]
                + ([
                    (.total, 0), (.notStarted, 1), (.ongoing, 1), (.delayed, 1), (.paused, 1),
                    (.completed, 1), (.closed, 1), (.writtenOff, 2), (.superseded, 2),
                    (.overdue, 1), (.unread, 2), (.noDeadline, 2), (.unreported, 2),
                ] as [(Heading, Int)]).map { heading, rank in
                    .init(words.heading(heading), wrapsAt: 10, isNumber: true, rank: rank)
                })
    }

    private static func cells(_ tally: Tally) -> [Cell] {
        ([tally.count] + Status.allCases.map { tally[$0] } + [
            tally.closed, tally.writtenOff, tally.superseded, tally.overdue, tally.unread,
            tally.withoutDeadline, tally.unreported,
        ]).map { .count($0) }
    }

    private static func changes(
        _ changes: [ActionChange], in words: any Wording
    ) -> Table {
        var table = Table([
            .init(words.heading(.number), isNumber: true, rank: 0),
            .init(words.heading(.action), wrapsAt: 36, rank: 0),
            .init(words.heading(.what), wrapsAt: 20, rank: 0),
            .init(words.heading(.before), wrapsAt: 30),
            .init(words.heading(.now), wrapsAt: 30),
        ])
        for change in changes {
            for (index, difference) in change.differences.enumerated() {
                table.add([
                    .number(change.number.value).shown(if: index == 0),
                    .text(change.title).shown(if: index == 0), .text(words.field(difference)),
                    .text(difference.before), .text(difference.after),
                ])
            }
        }
        return table
    }
}
