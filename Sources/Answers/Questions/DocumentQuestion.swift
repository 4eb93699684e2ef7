import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog

/// A policy or plan with all that belongs to it.
package struct DocumentQuestion: Question {
    package let slug: DocumentSlug
    /// Whether who recorded what about it is told, too.
    package let withHistory: Bool

    package init(_ slug: DocumentSlug, withHistory: Bool = false) {
        self.slug = slug
        self.withHistory = withHistory
    }

    package var name: String { "document \(slug)" }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> DocumentAnswer {
        let story = try views.document(slug, at: moment)
        guard let state = try views.state(of: story, at: moment),
            let adoption = story.adoption(known: moment.known)
        else {
            throw Rejection.documentNotYetAdopted(
                slug, from: story.standing.items[0].stamp.effective)
        }
        return DocumentAnswer(
            state: state,
            reference: try log.entry(at: adoption.stamp.position) {
                try Act(decoding: $0.content).reference
            },
            plans: try plans(under: story.number, views, at: moment), moment: moment,
            history: withHistory
                ? try history(of: story, upTo: moment.known, in: log, views) : nil,
            isRehearsal: founding.isRehearsal)
    }

    /// What was said of the document, and of its areas, goals, guidelines and indicators.
    private func history<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        of story: DocumentStory, upTo known: Position, in log: borrowing Reader, _ views: Views
    ) throws -> History {
        let parts = try views.parts(of: story.number)
        let positions = Set(story.positions + parts.positions)
        let subjects = Set(parts.subjects + [.document(story.number)])
        return try History(positions.sorted(), upTo: known, in: log, views) { event in
            let facts = event.facts
            return facts.about.contains(where: subjects.contains) || facts.corrects != nil
        }
    }

    private func plans<Views: LedgerReading>(
        under policy: DocumentNumber, _ views: Views, at moment: Moment
    ) throws -> [PlanOfPolicy] {
        try views.documents().compactMap { plan in
            guard plan.policy == policy, plan.standing(at: moment) != nil,
                let title = plan.title.value(at: moment)
            else { return nil }
            return PlanOfPolicy(slug: plan.slug.description, title: title)
        }
    }
}

package struct DocumentAnswer: Answer {
    package static let schema = AnswerSchema("document", 1)

    package let state: DocumentState
    /// Where its adoption can be looked up.
    package let reference: Reference
    /// The plans that carry out a policy.
    package let plans: [PlanOfPolicy]
    package let moment: Moment
    package let history: History?
    package let isRehearsal: Bool

    package func encode(to encoder: any Encoder) throws {
        try DocumentContent(
            state, reference, plans, moment, history?.lines.map(HistoryContent.init),
            isRehearsal: isRehearsal
        ).encode(to: encoder)
    }
}

/// A plan that carries out a policy.
package struct PlanOfPolicy: Encodable, Sendable {
    package let slug: String
    package let title: String
}
