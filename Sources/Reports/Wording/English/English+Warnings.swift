import Answers
import Handlingsplan

extension English {
    /// A line of its own, below what is warned about.
    func warningLine(_ text: String) -> String { indented("Warning: " + text, by: 2) }

    /// The first warnings in full; how many more there are.
    func warningLines(_ warnings: [Warning]) -> [String] {
        let shown = 20
        let lines = warnings.prefix(shown).map { warningLine(warning($0)) }
        let more = warnings.count - shown
        return more <= 0
            ? lines
            : lines + [
                "  ... and \(more) more; --format json lists all, and doctor those that stay."
            ]
    }

    func warning(_ warning: Warning) -> String {
        switch warning {
        case .noResponsible(let action):
            "nobody answers for action \(action). Use assign when that is decided."
        case .noDeadline(let action):
            "action \(action) has no deadline."
        case .severalWithoutLead(let action):
            "several committees answer for action \(action), and none leads. Name one with --lead."
        case .unreadDeadline(let action, let text):
            "the deadline\(of(action)) could not be read and is kept as it stands: \"\(text)\""
        case .beforeReadStrictly(let action, let text, let latest):
            "\"\(text)\"\(of(action)) was read as strictly before: latest \(latest)."
        case .yearAssumed(let action, let text, let day):
            "\"\(text)\"\(of(action)) names no year; the first that fits was taken: \(day)."
        case .deadlineAfterPlan(let action, let latest, let slug, let lastDay):
            "action \(action) is due by \(latest), but \(slug) is in force only to \(lastDay)."
        case .completedNotReportedBack(let action):
            "action \(action) is completed, but no committee has been told. Use report-back."
        case .reportedBackNotClosed(let action):
            "action \(action) is completed and reported back, but not closed. Use action close."
        case .staleStatus(let action, let code, let reported, let since):
            "\(code) has not said how far it has come with action \(action) since \(since) "
                + (reported.map { "(last on \($0))." } ?? "(it never has).")
        case .statusWithoutResponsible(let action, let text):
            "nobody answers for action \(action), so its status \"\(text)\" was not recorded."
        case .missingParagraph(let decision):
            "\"\(decision)\" names no paragraph (§), so the decision may be hard to find."
        case .missingDnr: "no --dnr was given, so nobody can look up the matter in the register."
        case .planPastValidity(let slug, let lastDay):
            "\(slug) was in force only to \(lastDay). Use plan prolong or plan repeal."
        case .openInRepealed(let slug, let actions):
            "\(slug) is repealed with open actions: " + list(actions)
                + ". Close them, write them off, or carry them over with action amend --plan."
        case .followUpMissed(let slug, let due):
            "the follow-up of \(slug) that was due by \(due) has not been held."
        case .guidelineWithoutFollowUp(let slug, let period):
            "no follow-up of \(slug) for \(period) has been recorded."
        case .guidelineUnanswered(let guideline, let code):
            "\(code) has not answered guideline \(guideline)."
        case .personalIdentityNumber(let field):
            "the \(field.rawValue) has what looks like a personal identity number. What is personal "
                + "is best kept out of a public record."
        case .emailAddress(let field):
            "the \(field.rawValue) has an e-mail address. What is personal is best kept out of a "
                + "public record."
        case .cellEmptied(let action, let column):
            "the table leaves the \(column.rawValue) of action \(action) empty. What is recorded stands."
        case .missingFromTable(let action):
            "action \(action) is not in the table. It stays as it is."
        case .unusualStep(let action, let from, let to):
            "action \(action) goes from \(from.rawValue) to \(to.rawValue), which is unusual."
        case .actionsLeft(let code, let actions):
            "\(code) leaves \(count(actions.count, "action")) on its board, with nobody to see to it: "
                + list(actions) + ". Use transfer or assign."
        case .effectiveFarFromToday(let date):
            "\(date) is more than a year from the day of recording."
        case .kindSuggested(let code, let kind):
            "\(code) is recorded as a committee (nämnd), on which what all answer for falls. Is it "
                + "\(word(for: kind))? Then correct the entry, and add it with --kind \(kind.rawValue)."
        case .datedAhead(let time):
            "it is dated \(time), later than this machine's clock. Set that clock, or say with "
                + "wrong-clock that it was the other."
        case .committeeCorrectedAway(let code):
            "\(code) no longer exists. What was laid on it is on no board until it is assigned anew."
        case .documentCorrectedAway(let slug):
            "\(slug) no longer exists. Actions decided in it by later entries stay."
        case .missingDecision:
            "no --decision was given, so nobody can look up where this was decided."
        }
    }

    private func of(_ action: ActionNumber?) -> String {
        action.map { " of action \($0)" } ?? ""
    }

    private func list(_ actions: [ActionNumber]) -> String {
        actions.map(\.description).joined(separator: ", ")
    }
}
