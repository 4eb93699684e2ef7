import Coordinates
import EntryLog
import Handlingsplan

/// One action, and its whole story.
struct ActionOutput: Output {
    let number: ActionNumber
    /// Nil at a moment when there is no such action.
    let state: ActionState?
    let areas: [AreaStory]
    let goals: [GoalStory]
    let annexes: [Annex]
    /// The committees that were told of it, and when each was told last.
    let told: [(code: CommitteeCode, told: Told)]
    let moment: Moment
    let history: History
    let isRehearsal: Bool

    var text: String {
        var parts = [Texts.actionHeading(number, state, moment)]
        if let state {
            parts.append(Texts.facts(facts(of: state)))
            if !state.shares.isEmpty { parts.append(shares(of: state)) }
            if !state.occurrences.isEmpty { parts.append(occurrences(of: state)) }
        }
        parts.append(history.text)
        return parts.joined(separator: "\n\n")
    }

    private func facts(of state: ActionState) -> [(String, String)] {
        var facts = [("plan", state.slug.description), ("standing", Texts.standing(state))]
        facts += state.areas.map { ("area", Texts.area($0, areas, at: moment)) }
        facts += state.goals.map { ("goal", Texts.goal($0, goals, at: moment)) }
        facts.append(("status", Texts.consolidation(state)))
        if let deadline = state.deadline {
            facts.append(("deadline", "\"\(deadline.text)\""))
            facts.append(
                ("read as", deadline.reading.map(Texts.reading) ?? Texts.notRead))
        }
        if let comment = state.comment { facts.append(("comment", comment)) }
        facts += state.partners.map { ("partner", Texts.partner($0)) }
        facts += annexes.map { ("annex", Texts.annex($0)) }
        facts += told.map { ("told", Texts.told($0.code, $0.told)) }
        return facts
    }

    private func shares(of state: ActionState) -> String {
        var table = Table([
            .init(heading: "Committee"), .init(heading: "Status"), .init(heading: "Since"),
            .init(heading: "Reported"), .init(heading: "Outcome"),
            .init(heading: "Forecast", wrapsAt: 30), .init(heading: "Comment", wrapsAt: 40),
        ])
        for share in state.shares {
            table.add([
                share.code.description + (share.code == state.lead ? " (lead)" : ""),
                share.status.rawValue, share.since?.description ?? "",
                share.reported?.description ?? "", Texts.outcome(share) ?? "",
                share.forecast.map(Texts.expected) ?? "", share.latest?.comment ?? "",
            ])
        }
        return table.text
    }

    private func occurrences(of state: ActionState) -> String {
        var table = Table([
            .init(heading: "From"), .init(heading: "Due"), .init(heading: "Stands"),
        ])
        for standing in state.occurrences {
            table.add([
                standing.occurrence.first.description, standing.occurrence.due.description,
                Texts.occurrence(standing),
            ])
        }
        return table.text
    }

    var content: any Encodable {
        Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal, action: Nullable(state.map(ActionContent.init)),
            overdue: state?.isOverdue ?? false, annexes: annexes.map(AnnexContent.init),
            told: told.map { CommitteeTold(committee: $0.code.description, ToldContent($0.told)) },
            history: history.lines.map(HistoryContent.init))
    }

    private struct Content: Encodable {
        let effective: String
        let position: UInt64
        let rehearsal: Bool
        let action: Nullable<ActionContent>
        let overdue: Bool
        let annexes: [AnnexContent]
        let told: [CommitteeTold]
        let history: [HistoryContent]
    }

    private struct CommitteeTold: Encodable {
        let committee: String
        let meeting: String
        let from: UInt64
        let recorded: UInt64

        init(committee: String, _ told: ToldContent) {
            self.committee = committee
            (meeting, from, recorded) = (told.meeting, told.from, told.recorded)
        }
    }
}

extension ActionOutput {
    /// An action, as a log and what was folded from it have it.
    init<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        of number: ActionNumber, at moment: Moment, in log: borrowing Reader, _ views: Views,
        isRehearsal: Bool
    ) throws {
        let story = try views.action(number)
        let register = CommitteeRegister(try views.committees(), at: moment)
        let positions = story.map { $0.positions + $0.tellings(in: register) } ?? []
        self.number = number
        state = story?.state(in: register, try views.documents().slugs)
        areas = try views.areas()
        goals = try views.goals()
        annexes = story?.annexes.visible(at: moment).map(\.value) ?? []
        told = register.all.compactMap { committee in
            story?.told(to: committee, in: register).map { (register.code(of: committee), $0) }
        }
        self.moment = moment
        history = try History(
            Set(positions).sorted(), upTo: moment.known, in: log, views
        ) { event in
            if case .reportedBack = event { return true }
            return event.subjects.contains(.action(number)) || event.turning != nil
        }
        self.isRehearsal = isRehearsal
    }
}

struct AnnexContent: Encodable {
    let name: String
    let sha256: String
    let bytes: UInt64

    init(_ annex: Annex) {
        name = annex.name
        sha256 = annex.digest.description
        bytes = annex.byteCount
    }
}
