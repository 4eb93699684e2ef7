import ArgumentParser
import Coordinates
import Handlingsplan

struct CorrectCommand: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Say that an earlier entry was wrong.",
        discussion: """
            What the entry said no longer counts from here on; what was shown before stays what it \
            was. Record afterwards what is right. A correction can itself be corrected.
            """)

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The position of the entry.") var position: Position
    @Option(help: "Why.") var reason: String
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .correct(position, reason: reason) }
}
