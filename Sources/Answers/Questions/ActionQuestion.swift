import Coordinates
package import EntryLog
package import Handlingsplan

/// An action, and its whole story. Whether there is one, now, is for who asks to see.
package struct ActionQuestion: Question {
    package let action: ActionNumber

    package init(_ action: ActionNumber) { self.action = action }

    package var name: String { "action \(action)" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> ActionAnswer {
        // Nil where all that is known of it was recorded later.
        let story = try views.action(action)
        let register = CommitteeRegister(try views.committees(), at: moment)
        let positions = story.map { Set($0.positions + $0.tellings(in: register)) } ?? []
        return ActionAnswer(
            number: action,
            state: story?.state(in: register, try views.documents().slugs),
            areas: try views.areas(), goals: try views.goals(),
            annexes: story?.annexes.visible(at: moment).map(\.value) ?? [],
            told: register.all.compactMap { committee in
                story?.told(to: committee, in: register).map {
                    ActionAnswer.Listener(code: register.code(of: committee), told: $0)
                }
            },
            moment: moment,
            history: try History(positions.sorted(), upTo: moment.known, in: log, views) { event in
                if case .reportedBack = event { return true }
                let facts = event.facts
                return facts.about.contains(.action(action)) || facts.corrects != nil
            },
            isRehearsal: founding.isRehearsal)
    }
}

extension LedgerReading {
    /// - Throws: `Rejection.unknownAction` where no such action was ever decided.
    package func requireAction(_ number: ActionNumber) throws {
        guard try action(number) == nil else { return }
        throw Rejection.unknownAction(number, count: try counts().actions)
    }
}

package struct ActionAnswer: Answer {
    /// A committee that was told of the action, and when and from what it was told last.
    package struct Listener: Sendable {
        package let code: CommitteeCode
        package let told: Told
    }

    package static let schema = AnswerSchema("action", 1)

    package let number: ActionNumber
    /// Nil at a moment when there is no such action.
    package let state: ActionState?
    package let areas: [AreaStory]
    package let goals: [GoalStory]
    package let annexes: [Annex]
    package let told: [Listener]
    package let moment: Moment
    package let history: History
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try Content(
            effective: moment.effective.description, position: moment.known.index,
            rehearsal: isRehearsal, action: Nullable(state.map(ActionContent.init)),
            overdue: state?.isOverdue ?? false, annexes: annexes.map(AnnexContent.init),
            told: told.map { CommitteeTold(committee: $0.code.description, ToldContent($0.told)) },
            history: history.lines.map(HistoryContent.init)
        ).encode(to: encoder)
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
