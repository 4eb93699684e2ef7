import Coordinates
package import EntryLog
package import Handlingsplan

/// How far all committees have come, in the whole ledger or under a document, and perhaps what changed
/// since an earlier moment.
package struct SummaryQuestion: Question {
    package let document: DocumentSlug?
    package let earlier: Moment?

    package init(_ document: DocumentSlug? = nil, since earlier: Moment? = nil) {
        self.document = document
        self.earlier = earlier
    }

    package var name: String { "summary" + (document.map { " \($0)" } ?? "") }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> SummaryAnswer {
        let number = try document.map { try views.document($0, at: moment).number }
        return SummaryAnswer(
            summary: try views.summary(of: number, at: moment), document: document,
            comparison: try earlier.map { earlier in
                SummaryAnswer.Comparison(
                    since: earlier,
                    before: try views.summary(of: number, at: earlier).whole,
                    changes: try views.changes(from: earlier, to: moment, of: number))
            },
            isRehearsal: founding.isRehearsal)
    }
}

package struct SummaryAnswer: Answer {
    /// What became of the actions between two moments.
    package struct Comparison: Sendable {
        package let since: Moment
        package let before: Tally
        package let changes: [ActionChange]
    }

    package static let schema = AnswerSchema("summary", 1)

    package let summary: Summary
    package let document: DocumentSlug?
    package let comparison: Comparison?
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try Content(
            document: Nullable(document?.description),
            effective: summary.moment.effective.description,
            position: summary.moment.known.index, rehearsal: isRehearsal,
            period: Nullable(summary.period.map(PeriodContent.init)),
            whole: TallyContent(summary.whole), areas: summary.areas.map(AreaContent.init),
            committees: summary.committees.map(CommitteeContent.init),
            comparison: comparison.map(ComparisonContent.init)
        )
        .encode(to: encoder)
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
