import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct ActionShowCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an action's whole story: who recorded what, when, and what was corrected.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The action's number.") var action: ActionNumber
    @OptionGroup var times: TimeOptions

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> ActionOutput {
        let moment = try times.moment(in: ledger, log, views)
        guard let story = try views.action(action) else {
            throw Rejection.unknownAction(action, count: views.counts().actions)
        }
        let register = CommitteeRegister(try views.committees(), at: moment)
        return ActionOutput(
            number: action, state: story.state(in: register, try views.documents()),
            areas: try views.areas(), goals: try views.goals(),
            annexes: story.annexes.visible(at: moment).map(\.value),
            told: register.all.compactMap { committee in
                story.told(to: committee, in: register)
                    .map { (register.code(of: committee), $0) }
            },
            moment: moment,
            history: try History(
                Set(story.positions + story.tellings(in: register)).sorted(),
                upTo: moment.known, in: log, views
            ) { event in
                if case .reportedBack = event { return true }
                return event.subjects.contains(.action(action)) || event.turning != nil
            },
            isRehearsal: ledger.isRehearsal)
    }
}
