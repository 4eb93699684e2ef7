/// What has become of one action between two moments.
package struct ActionChange: Hashable, Sendable {
    package let number: ActionNumber
    /// At the later moment, or where there is no such action any more, at the earlier one.
    package let title: String
    package let slug: DocumentSlug
    /// There was no such action at the earlier moment.
    package let isNew: Bool
    /// At least one.
    package let differences: [Difference]
}

extension LedgerReading {
    /// The actions that differ between two moments, by number: among them those that are new, and
    /// those that a correction took away. The moments may differ in what held, in what was known
    /// of it, or in both.
    ///
    /// - Parameter document: the actions that it had at either moment, as in a summary; nil for
    ///   all.
    package func changes(
        from earlier: Moment, to later: Moment, of document: DocumentNumber?
    ) throws(Failure) -> [ActionChange] {
        let documents = try documents()
        let slugs = documents.slugs
        let scope = DocumentScope(document, documents, try areas())
        let then = CommitteeRegister(try committees(), at: earlier)
        let now = then.at(later)
        var changes: [ActionChange] = []
        for number in try actions(everIn: scope) {
            guard let story = try action(number) else { continue }
            let before = story.state(in: then, slugs)
            let after = story.state(in: now, slugs)
            guard let shown = after ?? before,
                [before, after].contains(where: { $0.map(scope.covers) ?? false })
            else { continue }
            let differences = Difference.between(before, after)
            if differences.isEmpty { continue }
            changes.append(
                ActionChange(
                    number: number, title: shown.title, slug: shown.slug, isNew: before == nil,
                    differences: differences))
        }
        return changes
    }
}
