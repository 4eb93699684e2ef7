package import Coordinates

/// Something that falls due on a day.
package struct DueItem: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        case action(ActionNumber)
        case goal(GoalNumber)
        /// The follow-up of a document that its cycle asks for.
        case followUp(DocumentSlug)
        /// Its answer.
        case guideline(GuidelineNumber)
    }

    package let day: CalendarDate
    package let what: What
    /// The title of the action, goal or document, or the text of the guideline.
    package let title: String
    /// Who is to do it, in the order of their numbers; none for a goal.
    package let committees: [CommitteeCode]
    /// Those of them that have not done it.
    package let outstanding: [CommitteeCode]
    /// How it stands for all of them together. Nil for a goal whose day is past: whether goals are
    /// reached, no entry says.
    package let state: OccurrenceState?
    /// The words of the deadline, verbatim.
    package let deadline: String
}

extension LedgerReading {
    /// All that falls due in some days, as it stands at a moment: open actions, the goals and the
    /// follow-ups of documents in force, and guidelines that are to be answered. By day; on one
    /// day in this order, and then by number. What recurs falls due once for each turn.
    package func deadlines(
        from first: CalendarDate, through last: CalendarDate, at moment: Moment
    ) throws(Failure) -> [DueItem] {
        guard first <= last else { return [] }
        let days = first...last
        let register = CommitteeRegister(try committees(), at: moment)
        let documents = try documents()
        var items: [DueItem] = []
        for story in try actions() { items += story.dueItems(in: days, register) }
        for story in try goals() {
            guard let item = story.dueItem(in: days, documents, at: moment) else { continue }
            items.append(item)
        }
        for story in documents { items += story.dueItems(in: days, register) }
        for story in try guidelines() {
            guard let item = story.dueItem(in: days, register) else { continue }
            items.append(item)
        }
        return items.enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element)
    }
}
