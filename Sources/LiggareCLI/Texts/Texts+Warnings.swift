import Handlingsplan

extension Texts {
    static func warning(_ warning: Warning) -> String {
        switch warning {
        case .noResponsible(let action):
            "nobody answers for action \(action). Use assign when that is decided."
        case .noDeadline(let action):
            "action \(action) has no deadline."
        case .unreadDeadline(let action, let text):
            "the deadline of action \(action) could not be read and is kept as it stands: \"\(text)\""
        case .beforeReadStrictly(let action, let text, let latest):
            "\"\(text)\" of action \(action) was read as strictly before: latest \(latest)."
        case .yearAssumed(let action, let text, let latest):
            "\"\(text)\" of action \(action) names no year; the first that fits was taken: latest \(latest)."
        case .unusualStep(let action, let from, let to):
            "action \(action) goes from \(from.rawValue) to \(to.rawValue), which is unusual."
        case .actionsLeft(let code, let actions):
            "\(code) leaves \(count(actions.count, "action")) on its board, with nobody to see to it: "
                + actions.map(\.description).joined(separator: ", ") + ". Use transfer or assign."
        case .effectiveFarFromToday(let date):
            "\(date) is more than a year from the day of recording."
        case .committeeCorrectedAway(let code):
            "\(code) no longer exists. What was laid on it is on no board until it is assigned anew."
        case .planCorrectedAway(let slug):
            "the plan \(slug) no longer exists. Actions decided in it by later entries stay."
        case .missingDecision:
            "no --decision was given, so nobody can look up where this was decided."
        }
    }
}
