import ArgumentParser
import Handlingsplan

struct AssignCommand: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Say which committees answer for an action, in place of those before.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The action's number.") var action: ActionNumber
    @OptionGroup var assignees: AssigneeOptions
    @OptionGroup var recording: RecordingOptions

    func command() throws -> Command { .assign(action, try assignees()) }
}

struct TransferCommand: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "One committee hands its responsibility for an action over.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The action's number.") var action: ActionNumber
    @Option(
        help: ArgumentHelp(
            "Who hands over; may be left out where only one committee answers for it.",
            valueName: "code"))
    var from: CommitteeCode?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Who takes over.", valueName: "code"))
    var to: [CommitteeCode]
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .transfer(action, from: from, to: to) }
}
