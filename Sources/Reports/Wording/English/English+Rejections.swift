import Coordinates
import Handlingsplan

extension English {
    func rejection(_ rejection: Rejection) -> String {
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
            "\(code) cannot succeed itself. Name another committee, or none."
        case .committeeSplit(let code, let parts):
            "\(code) was split by the day that this holds from. Name one of \(list(parts))."
        case .committeeEndsLater(let code, let from):
            "\(code) ends on \(from), as is recorded already. Correct that entry first."
        case .nothingToMerge: "no committee is named that ends. Name those that are merged."
        case .splitIntoOne(let code):
            "\(code) cannot be split into fewer than two. Name more with --into, or use rename, "
                + "merge or dissolve."
        case .unknownDocument(let slug, let kind):
            kind == .plan
                ? "there is no plan \(slug). Adopt it first with plan adopt or plan import."
                : kind == .policy
                    ? "there is no policy \(slug). Adopt it first with policy adopt."
                    : "there is no policy or plan \(slug). Adopt it first, or check the name."
        case .wrongKind(let slug, let kind):
            kind == .policy
                ? "\(slug) is a policy, and a plan is needed here. Name a plan."
                : "\(slug) is a plan, and a policy is needed here. Name a policy."
        case .documentNotYetAdopted(let slug, let from):
            "\(slug) is adopted on \(from), after the day that this holds from. "
                + "Choose a later --effective."
        case .documentRepealed(let slug, let since):
            "\(slug) has been repealed since \(since). Name one in force."
        case .slugTaken(let slug):
            "there already is a policy or plan \(slug). Choose another short name."
        case .replacedByItself(let slug):
            "\(slug) cannot replace itself. Name another, or leave --successor out."
        case .notProlonged(let slug, let lastDay):
            "\(slug) is in force to \(lastDay) already. Choose a later day."
        case .unknownArea(let area, let count):
            "there is no area \(area) on that day. \(last(area, count, "area add"))"
        case .unknownGoal(let goal, let count):
            "there is no goal \(goal) on that day. \(last(goal, count, "goal set"))"
        case .noFollowUpCommittee(let slug):
            "nobody is to follow \(slug) up. Say who does with --by, or set it with follow-up cycle."
        case .periodNotBegun(let period):
            "\(period) has not begun on the day that this holds from. Check the period."
        case .unknownGuideline(let guideline, let count):
            "there is no guideline \(guideline) on that day. \(last(guideline, count, "guideline issue"))"
        case .noAddressee: "nobody is named to answer the guideline. Name one committee or more."
        case .notAddressed(let guideline, let code, let addressees):
            "guideline \(guideline) is not for \(code) to answer. "
                + "It went to \(list(addressees))."
        case .severalAddressed(let guideline, let codes):
            "guideline \(guideline) went to \(list(codes)). Say which one answers, with --by."
        case .unknownIndicator(let indicator, let count):
            "there is no indicator \(indicator) on that day. \(last(indicator, count, "indicator define"))"
        case .unknownAction(let action, let count):
            "there is no action \(action). "
                + (count == 0 ? "None has been decided yet." : "The last one is \(count).")
        case .actionNotYetDecided(let action, let from):
            "action \(action) is decided on \(from), after the day that this holds from. "
                + "Choose a later --effective."
        case .actionCorrectedAway(let action):
            "the decision on action \(action) has been corrected: the action does not exist. "
                + "Decide it anew with action add."
        case .actionEnded(let action, let standing, let since):
            "action \(action) has been \(self.standing(standing)) since \(since). "
                + "Reopen it first with action reopen."
        case .actionNotEnded(let action):
            "action \(action) is open, so there is nothing to reopen."
        case .supersededByItself(let action):
            "action \(action) cannot supersede itself. Name another with --by."
        case .nothingToAmend(let action):
            "nothing is said of what changes in action \(action). Give --title, --number, --plan, "
                + "--area, --goal or --comment."
        case .leadNotResponsible(let code):
            "\(code) does not answer for the action, so it cannot lead. Name it with --committee, too."
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
            "nobody is named to take action \(action) over. Name one committee or more."
        case .forecastOfThePast(let period):
            "\(period) is over on the day that this holds from, so a forecast comes too late. "
                + "Report what came of it with status --for \(period)."
        case .outcomeOfTheFuture(let period):
            "\(period) is not over on the day that this holds from, so there is no outcome yet. "
                + "Say what is expected with forecast --for \(period)."
        case .reportFromLater(let position, let last):
            "position \(position) was recorded after the meeting: on its day the last one was "
                + "\(last). Choose that one or an earlier one."
        case .actionNotInReport(let action, let position):
            "the report takes in entries up to \(position), and action \(action) was decided later. "
                + "Leave it out, or choose a later --from."
        case .noActionsToReport:
            "no action is named to report on. Name actions, a plan, or neither."
        case .notAPartner(let name): "\"\(name)\" takes no part here. Check the name."
        case .partnerOfCommittee(let code):
            "partners take part in a plan, a policy or an action, and \(code) is a committee. "
                + "Name one of those."
        case .unknownEntry(let position, let size):
            "there is no entry \(position). The last one is \(size.last ?? position)."
        case .foundingEntry:
            "entry 0 founds the ledger and cannot be corrected. Found another ledger instead."
        case .alreadyCorrected(let position, let turn):
            "entry \(position) is corrected already, by entry \(turn). "
                + "To take that back, correct entry \(turn)."
        case .correctedTooOften(let position):
            "entry \(position) is the last of too many corrections of corrections. "
                + "Record anew what is true."
        case .rightsAreNotCorrected(let position):
            "entry \(position) gave or took a right, which cannot be undone for the past. "
                + "Use key grant or key revoke from here on."
        case .standsForGood(let position):
            "entry \(position) says something of the log itself, which cannot be undone."
        case .entryIsVoid(let position, _):
            "entry \(position) is void: it has no effect that could be taken back. Say with disregard "
                + "that it was seen."
        case .emptyRun(let first, let last):
            "entry \(last) stands before \(first). Name the first entry first."
        case .entryStands(let position):
            "entry \(position) is not void. Look at log; what is recorded wrongly, correct takes back."
        case .disregardedAlready(let position, let at):
            "entry \(position) was dealt with at \(at). Look at log."
        case .otherRun(let run):
            "the entries from \(run.first) to \(run.last) have another root than was given. Look at "
                + "audit: somebody may be changing the log."
        case .formatNotAbove(let format, let inForce):
            "format \(inForce) is in force, which \(format) is not above. Nothing is to be raised."
        case .unknownFormat(let format):
            "this program knows formats up to \(LogFormat.newest), not \(format). Use a newer "
                + "liggare."
        case .zoneDatedBack(let today):
            "a time zone holds from \(today) on, or later: with another one, days that are over would begin "
                + "and end otherwise. Give a later --effective, or leave it out."
        case .rightsHoldAtOnce:
            "a right holds from its entry on, not from another day. Leave out --effective."
        case .rightEndsOutOfRange:
            "a right ends between 1970-01-01 and 9999-12-30. Leave out --until for one without an end."
        case .registrarOfNothing:
            "a registrar needs a committee to speak for. Name one or more with --committee."
        case .noRightToRevoke: "that key has no right. Look at key list, and check the key."
        case .lastSteward:
            "nobody else would be left as a steward without an end. Grant that to another key first."
        case .noTitle(let slug):
            "there is no plan \(slug) yet. Give its --title to adopt it, or check the name."
        case .noRows: "there is no action to import. Check the file."
        case .unreadCell(.responsible, let text):
            "\"\(visible(text))\" names nobody that the ledger knows as responsible. Add the committee "
                + "first, or say whom it means with --owner \"NAME=CODE\"."
        case .unreadCell(.status, let text):
            "\"\(visible(text))\" is no status. Write one of: ej påbörjad, pågående, försenad, "
                + "vilande, genomförd."
        case .unreadCell(let column, let text):
            "\"\(visible(text))\" cannot be read as \(column.rawValue). Mend the cell."
        case .sameActionTwice(let line):
            "this is the same action as on line \(line). Give them different numbers or titles."
        case .inLine(let line, let rejection): "line \(line): \(self.rejection(rejection))"
        case .otherNumber(let expected, let given):
            "it would get the number \(given), and not \(expected). Say that number, or leave it out."
        case .standsAlone:
            "a correction, an annulment, a report back and a right each take an entry of their own. "
                + "Write the event on a line of its own."
        case .longerThanAnEntry:
            "the events of the line are more than one entry can hold. Divide them over several "
                + "lines."
        case .emptyText(let field):
            "the \(field.rawValue) is empty. Write something, or leave it out if it may be."
        case .textTooLong(let field, let byteCount, let limit):
            "the \(field.rawValue) has \(byteCount) bytes; \(limit) is the most. Shorten it."
        case .unprintableText(let field):
            "the \(field.rawValue) has control characters in it. Remove them."
        }
    }

    func noCommittee(_ code: CommitteeCode) -> String {
        "there is no committee \(code). Add it first with committee add, or check the code."
    }

    private func last(
        _ number: some DenseNumber, _ count: UInt32, _ command: String
    ) -> String {
        if count == 0 { return "There is none yet: see \(command)." }
        return number.value <= count
            ? "It begins later, or was corrected." : "The last one is \(count)."
    }

    private func list(_ codes: [CommitteeCode]) -> String {
        codes.map(\.description).joined(separator: ", ")
    }
}
