package import Coordinates
package import Handlingsplan

extension LedgerReading {
    /// The questions that together show all that is known of committees, documents and actions at a
    /// moment: the answers about documents have every action's state in them. What a committee knew is not
    /// among them: that is asked with what is known now.
    /// - Parameter now: by what time rights with an end have ended.
    package func everyQuestion(
        at moment: Moment, asOf now: Timestamp
    ) throws -> [any Question] {
        let committees = try boards(at: moment).map(\.committee.code)
        let documents = try documents().compactMap { try state(of: $0, at: moment)?.slug }
        let year = moment.effective.yearMonthDay.year
        var questions: [any Question] = [
            CommitteesQuestion(), DocumentsQuestion(), KeysQuestion(asOf: now), SummaryQuestion(),
            OverdueQuestion(),
        ]
        if let first = CalendarDate(year: year - 1, month: 1, day: 1),
            let last = CalendarDate(year: year + 1, month: 12, day: 31)
        {
            questions.append(DeadlinesQuestion(from: first, through: last))
        }
        for code in committees { questions.append(BoardQuestion(code)) }
        for slug in documents {
            questions += [DocumentQuestion(slug, withHistory: true), SummaryQuestion(slug)]
        }
        return questions
    }
}
