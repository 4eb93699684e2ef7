import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Views

struct DocumentShowCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show it with all that belongs to it: areas, goals, actions, figures, follow-ups."
    )

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Its short name.") var slug: DocumentSlug
    @OptionGroup var times: TimeOptions
    @Flag(help: "Show who recorded what about it, and when, too.") var history = false

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DocumentOutput {
        let moment = try times.moment(in: ledger, log, views)
        let story = try views.document(slug, at: moment)
        guard let state = try views.state(of: story, at: moment),
            let adoption = story.adoption(known: moment.known)
        else {
            throw Rejection.documentNotYetAdopted(
                slug, from: story.standing.items[0].stamp.effective)
        }
        let reference = try log.entry(at: adoption.stamp.position) {
            try Act(decoding: $0.content).reference
        }
        return DocumentOutput(
            state: state, reference: reference,
            plans: try Self.plans(under: story.number, views, at: moment), moment: moment,
            history: history
                ? try Self.history(of: story, upTo: moment.known, in: log, views) : nil,
            isRehearsal: ledger.isRehearsal)
    }

    /// What was said of the document, and of its areas, goals, guidelines and indicators.
    private static func history(
        of story: DocumentStory, upTo known: Position, in log: borrowing LogSnapshot,
        _ views: ViewSet
    ) throws -> History {
        let belongings = try views.belongings(of: story.number)
        let positions = Set(story.positions + belongings.positions)
        let subjects = Set(belongings.subjects + [.document(story.number)])
        return try History(positions.sorted(), upTo: known, in: log, views) { event in
            event.subjects.contains(where: subjects.contains) || event.turning != nil
        }
    }

    private static func plans(
        under policy: DocumentNumber, _ views: ViewSet, at moment: Moment
    ) throws -> [PlanOfPolicy] {
        try views.documents().compactMap { plan in
            guard plan.policy == policy, plan.standing(at: moment) != nil,
                let title = plan.title.value(at: moment)
            else { return nil }
            return PlanOfPolicy(slug: plan.slug.description, title: title)
        }
    }
}
