import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Views

struct DocumentShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show it with all that belongs to it: areas, goals, actions, figures, follow-ups."
    )

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Its short name.") var slug: DocumentSlug
    @OptionGroup var times: TimeOptions
    @Flag(help: "Show who recorded what about it, and when, too.") var history = false

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let isRehearsal = ledger.log.founding.isRehearsal
            let report = try ledger.read { log, views in
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
                let lines = try History(story.positions, upTo: moment.known, in: log, views) {
                    $0.subjects.contains(.document(story.number)) || $0.turning != nil
                }
                return DocumentOutput(
                    state: state, reference: reference, moment: moment,
                    history: history ? lines : nil, isRehearsal: isRehearsal)
            }
            options.print(report)
        }
    }
}
