extension Command {
    /// Whether recorded events can be what this command led to when it was first given.
    ///
    /// Tells a repetition from another command under the same id. Only what the command itself
    /// says is compared: who was responsible, and how a deadline was read, is as it was then.
    package func canHaveLed(to events: [Event]) -> Bool {
        switch (self, events.first) {
        case (.establishCommittee(let naming), .committeeEstablished(_, let recorded)),
            (.renameCommittee(_, to: let naming), .committeeRenamed(_, let recorded)):
            naming == recorded
        case (.dissolveCommittee(_, let successor), .committeeDissolved(_, let recorded)):
            (successor == nil) == (recorded == nil)
        case (.adoptPlan(let slug, let title, let actions), .planAdopted(_, let recorded, let name)):
            slug == recorded && title == name && actions.map(\.title) == events.titlesOfNewActions
        case (.decideAction(_, let action), .actionDecided):
            [action.title] == events.titlesOfNewActions
        case (.amendAction(let number, let title), .actionAmended(let recorded, let name)):
            number == recorded && title == name
        case (.closeAction(let number), .actionClosed(let recorded)):
            number == recorded
        case (.reopenAction(let number, let reason), .actionReopened(let recorded, let text)):
            number == recorded && reason == text
        case (.assign(let number, _), .responsibilityAssigned(let recorded, _)),
            (.transfer(let number, _, _), .responsibilityTransferred(let recorded, _, _)):
            number == recorded
        case (.setDeadline(let number, let text), .deadlineSet(let recorded, let deadline)):
            number == recorded && text == deadline.text
        case (.reportStatus(let number, let status, _), .statusReported(let recorded, _, let said)):
            number == recorded && status == said
        case (.correct(let position, let reason), .entryCorrected(let recorded, let text)):
            position == recorded && reason == text
        default:
            false
        }
    }
}

extension [Event] {
    fileprivate var titlesOfNewActions: [String] {
        compactMap { if case .actionDecided(_, _, let title) = $0 { title } else { nil } }
    }
}
