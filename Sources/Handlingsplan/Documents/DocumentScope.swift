/// What a question is about: all actions, or those of one steering document.
///
/// A plan has the actions that are part of it. A policy has its own, those of the plans that
/// carry it out, and those of any other plan that are tied to one of its areas: some policies
/// have no plan of their own.
struct DocumentScope {
    /// Nil for all actions.
    let document: DocumentNumber?
    /// The document, and the plans that carry it out.
    private let documents: Set<DocumentNumber>
    /// The policy's areas; none for a plan.
    private let areas: Set<AreaNumber>

    init(_ document: DocumentNumber?, _ documents: [DocumentStory], _ areas: [AreaStory]) {
        self.document = document
        let isPolicy = documents.contains { $0.number == document && $0.kind == .policy }
        self.documents = Set(
            documents.filter { $0.number == document || (isPolicy && $0.policy == document) }
                .map(\.number))
        self.areas = Set(areas.filter { isPolicy && $0.document == document }.map(\.number))
    }

    func covers(_ action: ActionState) -> Bool {
        document == nil || documents.contains(action.document)
            || !areas.isDisjoint(with: action.areas)
    }

    /// Whether the actions can be found by the list of their plan.
    fileprivate var plan: DocumentNumber? {
        documents.count == 1 && areas.isEmpty ? document : nil
    }

    /// The documents whose areas a summary lists, also where no action is tied to them: the one in
    /// question, the policy that it carries out, and the plans in force that carry it out;
    /// without one, all that are in force.
    func lists(_ story: DocumentStory, among stories: [DocumentStory], at moment: Moment) -> Bool {
        guard let document else { return story.standing(at: moment) == .adopted }
        let policy = stories.first { $0.number == document }?.policy
        return story.number == document || story.number == policy
            || (documents.contains(story.number) && story.standing(at: moment) == .adopted)
    }
}

extension LedgerReading {
    /// The actions that the scope may cover at some moment, ascending.
    func actions(everIn scope: DocumentScope) throws(Failure) -> [ActionNumber] {
        if let plan = scope.plan { return try actions(everOn: .document(plan)) }
        return (0..<(try counts().actions)).map { ActionNumber($0 + 1) }
    }
}
