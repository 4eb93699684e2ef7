import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct CorrectCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.correct)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.correctPosition)) var position: Position
    @Option(help: .of(.reason)) var reason: String
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .correct(position, reason: reason) }
}

struct AnnulCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.annul)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.annulPosition)) var position: Position
    @Option(help: .of(.reason)) var reason: String
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .annul(position, reason: reason) }
}
