import Coordinates
import Handlingsplan

/// How far all committees have come, and perhaps what changed.
struct SummaryOutput: Output {
    let summary: Summary
    let document: DocumentSlug?
    let comparison: Comparison?
    let isRehearsal: Bool

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

    var content: any Encodable {
        Content(
            document: Nullable(document?.description),
            effective: summary.moment.effective.description,
            position: summary.moment.known.index, rehearsal: isRehearsal,
            period: Nullable(summary.period.map(PeriodContent.init)),
            whole: TallyContent(summary.whole), areas: summary.areas.map(AreaContent.init),
            committees: summary.committees.map(CommitteeContent.init),
            comparison: comparison.map(ComparisonContent.init))
    }

    private struct Content: Encodable {
        let document: Nullable<String>
        let effective: String
        let position: UInt64
        let rehearsal: Bool
        /// The last follow-up period that is over.
        let period: Nullable<PeriodContent>
        let whole: TallyContent
        let areas: [AreaContent]
        let committees: [CommitteeContent]
        let comparison: ComparisonContent?
    }

    private struct PeriodContent: Encodable {
        let first: String
        let last: String

        init(_ period: FollowUpPeriod) {
            first = period.first.description
            last = period.last.description
        }
    }

    private struct AreaContent: Encodable {
        let area: Nullable<UInt32>
        let title: Nullable<String>
        let document: Nullable<String>
        let tally: TallyContent
        let committees: [CommitteeContent]

        init(_ area: AreaSummary) {
            self.area = Nullable(area.area?.value)
            title = Nullable(area.title)
            document = Nullable(area.document?.description)
            tally = TallyContent(area.tally)
            committees = area.committees.map(CommitteeContent.init)
        }
    }

    private struct CommitteeContent: Encodable {
        let code: String
        let name: String
        let tally: TallyContent

        init(_ committee: CommitteeSummary) {
            code = committee.committee.code.description
            name = committee.committee.name
            tally = TallyContent(committee.tally)
        }
    }

    private struct ComparisonContent: Encodable {
        let effective: String
        let position: UInt64
        let whole: TallyContent
        let changes: [ChangeContent]

        init(_ comparison: Comparison) {
            effective = comparison.since.effective.description
            position = comparison.since.known.index
            whole = TallyContent(comparison.before)
            changes = comparison.changes.map(ChangeContent.init)
        }
    }

    private struct ChangeContent: Encodable {
        let action: UInt32
        let title: String
        let plan: String
        let new: Bool
        let differences: [DifferenceContent]

        init(_ change: ActionChange) {
            action = change.number.value
            title = change.title
            plan = change.slug.description
            new = change.isNew
            differences = change.differences.map(DifferenceContent.init)
        }
    }
}

/// How many actions there are of each sort, for programs.
struct TallyContent: Encodable {
    let total: Int
    let open: Int
    let statuses: [String: Int]
    let closed: Int
    let writtenOff: Int
    let superseded: Int
    let overdue: Int
    let unread: Int
    let withoutDeadline: Int
    let unreported: Int

    init(_ tally: Tally) {
        total = tally.count
        open = tally.openCount
        statuses = Dictionary(
            uniqueKeysWithValues: Status.allCases.map { ($0.rawValue, tally[$0]) })
        closed = tally.closed
        writtenOff = tally.writtenOff
        superseded = tally.superseded
        overdue = tally.overdue
        unread = tally.unread
        withoutDeadline = tally.withoutDeadline
        unreported = tally.unreported
    }
}

/// What an action had otherwise before, for programs.
struct DifferenceContent: Encodable {
    let field: String
    let committee: String?
    let before: Nullable<String>
    let after: Nullable<String>

    init(_ difference: Difference) {
        field = difference.field.rawValue
        committee = difference.committee?.description
        before = Nullable(difference.before)
        after = Nullable(difference.after)
    }
}
