import Coordinates
package import EntryLog
package import Handlingsplan

/// What a committee had been told by a day, and what the ledger held: the moment's day is that day.
package struct KnownQuestion: Question {
    /// Which actions are told of.
    package enum Scope: Sendable {
        /// Those that it answered for, and those that it had been told of.
        case ownAndTold
        /// All of a plan.
        case document(DocumentSlug)
        case actions([ActionNumber])
    }

    package let committee: CommitteeCode
    package let scope: Scope

    package init(_ committee: CommitteeCode, _ scope: Scope = .ownAndTold) {
        self.committee = committee
        self.scope = scope
    }

    package var name: String { "known \(committee)" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> KnownAnswer {
        let day = moment.effective
        let now = Moment(effective: day, known: views.size.last ?? moment.known)
        let register = CommitteeRegister(try views.committees(), at: now)
        let listener = try register.required(committee).number
        let knowledge = try views.known(
            to: listener, on: day, heldBy: moment.known, scope: known(views, at: now))
        return KnownAnswer(
            knowledge: knowledge,
            annexes: register[knowledge.listener].annexes.visible(at: now)
                .filter { $0.stamp.effective == day }.map(\.value),
            isRehearsal: founding.isRehearsal)
    }

    private func known<Views: LedgerReading>(_ views: Views, at now: Moment) throws -> KnownScope {
        switch scope {
        case .ownAndTold: return .ownAndTold
        case .document(let slug): return .document(try views.document(slug, at: now).number)
        case .actions(let numbers):
            for number in numbers { try views.requireAction(number) }
            return .actions(numbers)
        }
    }
}

package struct KnownAnswer: Answer {
    package static let schema = AnswerSchema("known", 1)

    package let knowledge: Knowledge
    /// What lay before the committee on the day.
    package let annexes: [Annex]
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try Content(
            committee: knowledge.committee.code.description, name: knowledge.committee.name,
            on: knowledge.day.description, position: knowledge.position.index,
            rehearsal: isRehearsal, annexes: annexes.map(AnnexContent.init),
            actions: knowledge.rows.map(Row.init)
        )
        .encode(to: encoder)
    }

    private struct Content: Encodable {
        let committee: String
        let name: String
        let on: String
        let position: UInt64
        let rehearsal: Bool
        let annexes: [AnnexContent]
        let actions: [Row]
    }

    private struct Row: Encodable {
        let action: UInt32
        /// When and from what the committee was told last; null where it was told nothing.
        let told: Nullable<ToldContent>
        let asTold: Nullable<ActionContent>
        let asHeld: Nullable<ActionContent>
        let differences: [DifferenceContent]

        init(_ row: Knowledge.Row) {
            action = row.number.value
            told = Nullable(row.told.map(ToldContent.init))
            asTold = Nullable(row.toldState.map(ActionContent.init))
            asHeld = Nullable(row.held.map(ActionContent.init))
            differences = row.differences.map(DifferenceContent.init)
        }
    }
}
