import ArgumentParser
import Handlingsplan
import Reports

struct ActionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: "Actions (åtgärder).",
        subcommands: [
            Add.self, Amend.self, Close.self, WriteOff.self, Supersede.self, Reopen.self,
            ActionShowCommand.self,
        ])

    struct Add: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "An action is decided.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "What is to be done.") var title: String
        @Option(
            help: ArgumentHelp(
                "The plan that it is part of.", valueName: "slug"))
        var plan: DocumentSlug
        @Option(help: "The number that it has in the plan itself, such as \"A21. 2.2. 10\".")
        var number: String?
        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp("The numbers of the areas that it is tied to.", valueName: "number"))
        var area: [AreaNumber] = []
        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp("The numbers of the goals that it is tied to.", valueName: "number"))
        var goal: [GoalNumber] = []
        @OptionGroup var assignees: AssigneeOptions
        @Option(help: "When it is to be done, in the words of the decision.") var deadline: String?
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
        static let configuration = CommandConfiguration(
            commandName: "amend",
            abstract: "Something about an action changes, or it is carried over to another plan.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @Option(help: "What is to be done now.") var title: String?
        @Option(help: "The number that it now has in the plan itself.") var number: String?
        @Option(
            help: ArgumentHelp(
                "The plan that it is carried over to.", valueName: "slug"))
        var plan: DocumentSlug?
        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp("The areas that it is tied to now.", valueName: "number"))
        var area: [AreaNumber] = []
        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp("The goals that it is tied to now.", valueName: "number"))
        var goal: [GoalNumber] = []
        @Option(help: "A comment, in place of the one before.") var comment: String?
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
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "An action is closed: nothing more is expected.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .closeAction(action) }
    }

    struct WriteOff: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "write-off",
            abstract: "An action is written off (avskrivs): it will not be done.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @Option(help: "Why.") var reason: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .writeOffAction(action, reason: reason) }
    }

    struct Supersede: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "supersede", abstract: "Another action takes an action's place (ersätts).")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @Option(
            help: ArgumentHelp(
                "The number of the action that takes its place.", valueName: "number"))
        var by: ActionNumber
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .supersedeAction(action, by: by) }
    }

    struct Reopen: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "reopen",
            abstract: "An action that was closed, written off or superseded is reopened.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @Option(help: "Why.") var reason: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .reopenAction(action, reason: reason) }
    }
}

struct AssigneeOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The codes of the committees that answer for it.", valueName: "code"))
    var committee: [CommitteeCode] = []

    @Flag(help: "All committees answer for it (samtliga nämnder), also those established later.")
    var all = false

    @Flag(help: "All committees of the day answer for it, and none established later.")
    var allNow = false

    @Option(
        help: ArgumentHelp(
            "The code of the one that leads.", valueName: "code"))
    var lead: CommitteeCode?

    func callAsFunction() throws -> Assignees {
        let ways = [all, allNow, !committee.isEmpty].count { $0 }
        guard ways <= 1 else { throw UsageError.committeesOrAll }
        return Assignees(all ? .all : allNow ? .allNow : .committees(committee), lead: lead)
    }
}
