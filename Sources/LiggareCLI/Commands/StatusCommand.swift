import ArgumentParser
import Handlingsplan

struct StatusCommand: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "A committee reports how far it has come.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The action's number.") var action: ActionNumber
    @Argument(help: "How far it has come.") var status: Status
    @Option(help: "Who reports; may be left out where only one committee answers for the action.")
    var committee: CommitteeCode?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .reportStatus(action, status, by: committee) }
}
