import ArgumentParser
import Handlingsplan
import Reports

struct ActionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .action,
        subcommands: [
            Add.self, Amend.self, Close.self, WriteOff.self, Supersede.self, Reopen.self,
            ActionShowCommand.self,
        ])

    struct Add: RecordingCommand {
        static let configuration = CommandConfiguration(.actionAdd)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.actionAddTitle)) var title: String
        @Option(help: .of(.actionAddPlan, "slug")) var plan: DocumentSlug
        @Option(help: .of(.actionAddNumber)) var number: String?
        @Option(parsing: .upToNextOption, help: .of(.actionAddArea, "number"))
        var area: [AreaNumber] = []
        @Option(parsing: .upToNextOption, help: .of(.actionAddGoal, "number"))
        var goal: [GoalNumber] = []
        @OptionGroup var assignees: AssigneeOptions
        @Option(help: .of(.actionAddDeadline)) var deadline: String?
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command {
            .decideAction(
                plan,
                NewAction(
                    title: title, responsible: try assignees(), deadline: deadline,
                    localNumber: number, areas: area, goals: goal))
        }
    }

    struct Amend: RecordingCommand {
        static let configuration = CommandConfiguration(.actionAmend)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.actionNumber)) var action: ActionNumber
        @Option(help: .of(.actionAmendTitle)) var title: String?
        @Option(help: .of(.actionAmendNumber)) var number: String?
        @Option(help: .of(.actionAmendPlan, "slug")) var plan: DocumentSlug?
        @Option(parsing: .upToNextOption, help: .of(.actionAmendArea, "number"))
        var area: [AreaNumber] = []
        @Option(parsing: .upToNextOption, help: .of(.actionAmendGoal, "number"))
        var goal: [GoalNumber] = []
        @Option(help: .of(.actionAmendComment)) var comment: String?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            var changes: [Change] = []
            if let title { changes.append(.title(title)) }
            if let number { changes.append(.localNumber(number)) }
            if let plan { changes.append(.plan(plan)) }
            if !area.isEmpty { changes.append(.areas(area)) }
            if !goal.isEmpty { changes.append(.goals(goal)) }
            if let comment { changes.append(.comment(comment)) }
            return .amendAction(action, changes)
        }
    }

    struct Close: RecordingCommand {
        static let configuration = CommandConfiguration(.actionClose)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.actionNumber)) var action: ActionNumber
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .closeAction(action) }
    }

    struct WriteOff: RecordingCommand {
        static let configuration = CommandConfiguration(.actionWriteOff)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.actionNumber)) var action: ActionNumber
        @Option(help: .of(.reason)) var reason: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .writeOffAction(action, reason: reason) }
    }

    struct Supersede: RecordingCommand {
        static let configuration = CommandConfiguration(.actionSupersede)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.actionNumber)) var action: ActionNumber
        @Option(help: .of(.actionSupersedeBy, "number")) var by: ActionNumber
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .supersedeAction(action, by: by) }
    }

    struct Reopen: RecordingCommand {
        static let configuration = CommandConfiguration(.actionReopen)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.actionNumber)) var action: ActionNumber
        @Option(help: .of(.reason)) var reason: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .reopenAction(action, reason: reason) }
    }
}

struct AssigneeOptions: ParsableArguments {
    @Option(parsing: .upToNextOption, help: .of(.assignees, "code"))
    var committee: [CommitteeCode] = []

    @Flag(help: .of(.allCommittees)) var all = false

    @Flag(help: .of(.allCommitteesNow)) var allNow = false

    @Option(help: .of(.leadingCommittee, "code")) var lead: CommitteeCode?

    func callAsFunction() throws -> Assignees {
        let ways = [all, allNow, !committee.isEmpty].count { $0 }
        guard ways <= 1 else { throw UsageError.committeesOrAll }
        return Assignees(all ? .all : allNow ? .allNow : .committees(committee), lead: lead)
    }
}
