import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct KnownCommand: AskingCommand {
    static let configuration = CommandConfiguration(
        commandName: "known",
        abstract: "Show what a committee knew on a day (vad visste nämnden när).",
        discussion: """
            For each action: what the committee had been told by that day, what the ledger held by \
            then, and the difference. By default the actions that it answered for, and those that \
            it had been told of. What was attached to the committee for that day is named first.
            """)

    @OptionGroup var options: LedgerOptions
    @Option(
        help: ArgumentHelp(
            "The committee's code.", valueName: "code"))
    var committee: CommitteeCode
    @Option(
        name: .customLong("on"), help: ArgumentHelp("The day, YYYY-MM-DD.", valueName: "date"))
    var day: CalendarDate
    @Option(
        help: ArgumentHelp(
            "The actions of this plan, also those that it was told nothing of.", valueName: "slug"))
    var plan: DocumentSlug?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "These actions, even if it was told nothing of them.", valueName: "number"))
    var action: [ActionNumber] = []

    func run() throws {
        try reporting {
            guard plan == nil || action.isEmpty else { throw UsageError.planOrActions }
            try ask()
        }
    }

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> KnownQuestion {
        let scope: KnownQuestion.Scope =
            if let plan {
                .document(plan)
            } else if action.isEmpty {
                .ownAndTold
            } else {
                .actions(action)
            }
        return KnownQuestion(committee, scope)
    }

    func moment(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> Moment {
        try ledger.moment(effective: day, known: day, now: Surroundings.now(), in: log, views)
    }
}
