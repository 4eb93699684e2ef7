import Coordinates

// A plan that is imported: adopted, or compared with what is recorded.

extension Decider {
    /// What the plan and its rows say that is not recorded yet: one event for each cell that
    /// changed. Nothing is taken away because a table leaves it out.
    mutating func importPlan(_ plan: PlanImport) throws(Rejection) -> [Event] {
        if plan.rows.isEmpty { throw .noRows }
        if known(plan.slug) != nil {
            let document = try document(plan.slug, .plan)
            let events = try importRows(of: plan, into: document)
            if events.contains(where: \.isDecisionOfAction) {
                warnAboutValidity(of: document)
            }
            return events
        }
        guard let title = plan.title else { throw .noTitle(plan.slug) }
        let adoption = try adopt(
            NewDocument(.plan, plan.slug, title: title, policy: plan.policy))
        let stamp = Stamp(effective: moment.effective, position: moment.known)
        guard let document = adoption.first.flatMap({ try? DocumentStory($0, at: stamp) }) else {
            preconditionFailure("plan \(plan.slug) was adopted as something else")
        }
        return adoption + (try importRows(of: plan, into: document))
    }

    private mutating func importRows(
        of plan: PlanImport, into document: DocumentStory
    ) throws(Rejection) -> [Event] {
        var importer = try PlanImporter(plan, into: document, by: self)
        try importer.importRows()
        warnings = importer.decider.warnings
        return importer.events
    }
}

extension Event {
    fileprivate var isDecisionOfAction: Bool {
        if case .actionDecided = self { true } else { false }
    }
}
