import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct KnownCommand: AskingCommand {
    static let configuration = CommandConfiguration(.known)

    @OptionGroup var options: LedgerOptions
    @Option(help: .of(.committeeCode, "code")) var committee: CommitteeCode
    @Option(name: .customLong("on"), help: .of(.knownDay, "date")) var day: CalendarDate
    @Option(help: .of(.knownPlan, "slug")) var plan: DocumentSlug?
    @Option(parsing: .upToNextOption, help: .of(.knownAction, "number"))
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
