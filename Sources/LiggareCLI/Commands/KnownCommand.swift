import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct KnownCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "known",
        abstract: "Show what a committee knew on a day (vad visste nämnden när).",
        discussion: """
            For each action: what the committee had been told by that day, what the ledger held by \
            then, and the difference. By default the actions that it answered for, and those that \
            it had been told of. What was attached to the committee for that day is named first.
            """)

    @OptionGroup var options: LedgerOptions
    @Option(help: "The committee's code.") var committee: CommitteeCode
    @Option(name: .customLong("on"), help: "The day, YYYY-MM-DD.") var day: CalendarDate
    @Option(help: "The actions of this plan, also those that it was told nothing of.")
    var plan: DocumentSlug?
    @Option(parsing: .upToNextOption, help: "These actions, even if it was told nothing of them.")
    var action: [ActionNumber] = []

    func run() throws {
        try options.reporting {
            guard plan == nil || action.isEmpty else { throw UsageError.planOrActions }
            try ask()
        }
    }

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> KnownOutput {
        let moment = try ledger.moment(
            effective: day, known: day, now: Surroundings.now(), in: log, views)
        let now = Moment(effective: day, known: log.size.last ?? moment.known)
        let register = CommitteeRegister(try views.committees(), at: now)
        let listener = try register.required(committee).number
        for number in action where try views.action(number) == nil {
            throw Rejection.unknownAction(number, count: views.counts().actions)
        }
        let scope: KnownScope =
            if let plan {
                .document(try views.document(plan, at: now).number)
            } else if action.isEmpty {
                .ownAndTold
            } else {
                .actions(action)
            }
        let knowledge = try views.known(
            to: listener, on: day, heldBy: moment.known, scope: scope)
        return KnownOutput(
            knowledge: knowledge,
            annexes: register[knowledge.listener].annexes.visible(at: now)
                .filter { $0.stamp.effective == day }.map(\.value),
            isRehearsal: ledger.isRehearsal)
    }
}
