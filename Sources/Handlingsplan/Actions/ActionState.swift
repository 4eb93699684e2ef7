package import Coordinates

/// What an action is at a moment, under the names of then.
package struct ActionState: Hashable, Sendable {
    package let number: ActionNumber
    package let localNumber: String?
    package let title: String
    package let document: DocumentNumber
    package let slug: DocumentSlug
    package let standing: ActionStory.Standing
    /// The day from which it has been open or ended.
    package let since: CalendarDate
    package let areas: [AreaNumber]
    package let goals: [GoalNumber]
    package let comment: String?
    package let deadline: Deadline?
    /// The day from which the deadline holds.
    package let deadlineSince: CalendarDate?
    package let responsible: Responsible?
    package let lead: CommitteeCode?
    /// One for each committee that answers for it.
    package let shares: [Share]
    package let consolidation: Consolidation
    package let partners: [Partner]
    /// Where a deadline recurs: the occurrences that fall due by the end of this year, and how
    /// each stands for all committees together.
    package let occurrences: [OccurrenceStanding]
    /// The last day is past, and the action neither ended nor completed.
    package let isOverdue: Bool

    package var isOpen: Bool { standing == .open }
}

extension ActionStory {
    /// Nil at a moment when there is no action.
    /// - Parameter slugs: of the documents that it was ever in.
    package func state(
        in register: CommitteeRegister, _ slugs: [DocumentNumber: DocumentSlug]
    ) -> ActionState? {
        let moment = register.moment
        guard decision(known: moment.known) != nil, let standing = standing.item(at: moment),
            let title = title.value(at: moment), let document = document.value(at: moment)
        else { return nil }
        guard let slug = slugs[document] else {
            preconditionFailure("the slug of document \(document) was not looked up")
        }
        let deadline = deadline.item(at: moment)
        let responsible = responsible.value(at: moment)
        let shares = shares(in: register)
        let consolidation = Consolidation(shares)
        let occurrences = occurrences(of: nil, in: register)
        return ActionState(
            number: number, localNumber: localNumber.value(at: moment), title: title,
            document: document, slug: slug, standing: standing.value,
            since: standing.stamp.effective,
            areas: areas.value(at: moment) ?? [], goals: goals.value(at: moment) ?? [],
            comment: comment.value(at: moment), deadline: deadline?.value,
            deadlineSince: deadline?.stamp.effective, responsible: responsible,
            lead: responsible?.lead.map { register.code(of: register.holder(of: $0)) },
            shares: shares, consolidation: consolidation,
            partners: partners.partners(at: moment), occurrences: occurrences,
            isOverdue: standing.value == .open
                && isLate(consolidation.status, occurrences, at: moment))
    }
}
