import ArgumentParser
import Handlingsplan

struct ActionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: "Actions (åtgärder).",
        subcommands: [Add.self, Amend.self, Close.self, Reopen.self])

    struct Add: RecordingCommand {
        static let configuration = CommandConfiguration(abstract: "An action is decided.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "What is to be done.") var title: String
        @Option(help: "The plan that it is part of.") var plan: DocumentSlug
        @OptionGroup var assignees: AssigneeOptions
        @Option(help: "When it is to be done, in the words of the decision.") var deadline: String?
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command {
            .decideAction(
                plan,
                NewAction(title: title, responsible: try assignees(), deadline: deadline))
        }
    }

    struct Amend: RecordingCommand {
        static let configuration = CommandConfiguration(abstract: "An action's wording changes.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @Option(help: "What is to be done now.") var title: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .amendAction(action, title: title) }
    }

    struct Close: RecordingCommand {
        static let configuration = CommandConfiguration(
            abstract: "An action is closed: nothing more is expected.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .closeAction(action) }
    }

    struct Reopen: RecordingCommand {
        static let configuration = CommandConfiguration(abstract: "A closed action is reopened.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @Option(help: "Why.") var reason: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .reopenAction(action, reason: reason) }
    }
}

struct AssigneeOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption, help: "The codes of the committees that answer for it.")
    var committee: [CommitteeCode] = []

    @Flag(help: "All committees answer for it (samtliga nämnder).")
    var all = false

    func callAsFunction() throws -> Assignees {
        guard all else { return .committees(committee) }
        guard committee.isEmpty else { throw UsageError.committeesOrAll }
        return .all
    }
}
