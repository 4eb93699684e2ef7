import ArgumentParser
import Handlingsplan
import Reports

struct AssignCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.assign)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.actionNumber)) var action: ActionNumber
    @OptionGroup var assignees: AssigneeOptions
    @OptionGroup var recording: RecordingOptions

    func command() throws -> Command { .assign(action, try assignees()) }
}

struct TransferCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.transfer)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.actionNumber)) var action: ActionNumber
    @Option(help: .of(.transferFrom, "code")) var from: CommitteeCode?
    @Option(parsing: .upToNextOption, help: .of(.transferTo, "code")) var to: [CommitteeCode]
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .transfer(action, from: from, to: to) }
}
