/// How far all committees have come with all actions, or with those of one steering document
/// (sammanställning).
///
/// In the whole and in each area, an action counts once, with its consolidated status; an action
/// in several areas counts in each of them. For a committee, its share counts, with the status
/// that it reported itself.
package struct Summary: Hashable, Sendable {
    /// Nil for the whole ledger.
    package let document: DocumentNumber?
    package let moment: Moment
    /// The last follow-up period that has ended: by it, actions are unreported or not.
    package let period: FollowUpPeriod?
    package let whole: Tally
    /// By number, also those without an action; last, where there are any, the actions without an
    /// area.
    package let areas: [AreaSummary]
    /// By number: all in force, also those without an action, and those that ended but still
    /// answer for some.
    package let committees: [CommitteeSummary]
}

package struct AreaSummary: Hashable, Sendable {
    /// Nil for actions without an area; then there is no title and no document either.
    package let area: AreaNumber?
    package let title: String?
    package let document: DocumentSlug?
    package let tally: Tally
    /// By number, those that answer for an action in the area.
    package let committees: [CommitteeSummary]
}

package struct CommitteeSummary: Hashable, Sendable {
    package let number: CommitteeNumber
    /// Its code and name on the day.
    package let committee: Naming
    package let tally: Tally
}

extension LedgerReading {
    /// - Parameter document: nil for the whole ledger. A policy has the actions of the plans that
    ///   carry it out, and those that are tied to its areas.
    package func summary(
        of document: DocumentNumber?, at moment: Moment
    ) throws(Failure) -> Summary {
        let register = CommitteeRegister(try committees(), at: moment)
        let (documents, areas) = (try documents(), try areas())
        let slugs = documents.slugs
        let scope = DocumentScope(document, documents, areas)
        var compilation = Compilation(
            areas.filter { $0.title.value(at: moment) != nil }, documents, in: register,
            period: try settings().cutOffs(at: moment).lastPeriod(by: moment.effective))
        for story in documents where scope.lists(story, among: documents, at: moment) {
            compilation.list(areasOf: story.number)
        }
        for number in try actions(everIn: scope) {
            guard let story = try action(number), let state = story.state(in: register, slugs),
                scope.covers(state)
            else { continue }
            compilation.add(story, state)
        }
        return compilation.summary(of: document)
    }
}
