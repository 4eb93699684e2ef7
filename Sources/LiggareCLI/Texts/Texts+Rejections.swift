import Coordinates
import Handlingsplan

extension Texts {
    static func rejection(_ rejection: Rejection) -> String {
        switch rejection {
        case .unknownCommittee(let code): noCommittee(code)
        case .committeeNotYetEstablished(let code, let from):
            "\(code) is established on \(from), after the day that this holds from. "
                + "Choose a later --effective."
        case .committeeCorrectedAway(let code):
            "the establishment of \(code) has been corrected: it does not exist. "
                + "Say anew who answers for the action, with assign."
        case .committeeDissolved(let code, let successor):
            "\(code) is dissolved on the day that this holds from. "
                + (successor.map { "Name its successor, \($0)." } ?? "Name another committee.")
        case .codeTaken(let code, let name):
            "the code \(code) is \(name)'s. Choose another, or dissolve or rename that committee."
        case .successorIsItself(let code):
            "\(code) cannot succeed itself. Name another committee, or leave --successor out."
        case .unknownPlan(let slug):
            "there is no plan \(slug). Adopt it first with plan adopt or plan import."
        case .planNotYetAdopted(let slug, let from):
            "the plan \(slug) is adopted on \(from), after the day that this holds from. "
                + "Choose a later --effective."
        case .slugTaken(let slug):
            "there already is a plan \(slug). Choose another short name."
        case .unknownAction(let action, let count):
            "there is no action \(action). "
                + (count == 0 ? "None has been decided yet." : "The last one is \(count).")
        case .actionNotYetDecided(let action, let from):
            "action \(action) is decided on \(from), after the day that this holds from. "
                + "Choose a later --effective."
        case .actionCorrectedAway(let action):
            "the decision on action \(action) has been corrected: the action does not exist. "
                + "Decide it anew with action add."
        case .actionClosed(let action, let since):
            "action \(action) has been closed since \(since). Reopen it first with action reopen."
        case .actionNotClosed(let action):
            "action \(action) is not closed, so there is nothing to reopen."
        case .nobodyResponsible(let action):
            "nobody answers for action \(action). Say first who does, with assign."
        case .severalResponsible(let action, let codes):
            "\(list(codes)) answer for action \(action). Say which one is meant."
        case .notResponsible(let action, let code, let responsible):
            "\(code) does not answer for action \(action) on the day that this holds from. "
                + (responsible.isEmpty ? "Nobody does." : "Answering: \(list(responsible)).")
        case .laidOnAll(let action):
            "action \(action) is laid on all committees, so none can hand it over. Use assign."
        case .noReceivingCommittee(let action):
            "nobody is named to take action \(action) over. Name a committee with --to."
        case .unknownEntry(let position, let size):
            "there is no entry \(position). The last one is \(size.last ?? position)."
        case .foundingEntry:
            "entry 0 founds the ledger and cannot be corrected. Found another ledger instead."
        case .alreadyCorrected(let position, let turn):
            "entry \(position) is corrected already, by entry \(turn). "
                + "To take that back, correct entry \(turn)."
        case .emptyText(let field):
            "the \(field.rawValue) is empty. Write something, or leave it out if it may be."
        case .textTooLong(let field, let byteCount, let limit):
            "the \(field.rawValue) has \(byteCount) bytes; \(limit) is the most. Shorten it."
        case .unprintableText(let field):
            "the \(field.rawValue) has control characters in it. Remove them."
        }
    }

    static func noCommittee(_ code: CommitteeCode) -> String {
        "there is no committee \(code). Add it first with committee add, or check the code."
    }

    private static func list(_ codes: [CommitteeCode]) -> String {
        codes.map(\.description).joined(separator: ", ")
    }
}
