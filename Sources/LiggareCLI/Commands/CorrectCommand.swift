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

struct AnnulCommand: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "annul",
        abstract: "Say that a decision was annulled (upphävt), by a court or by who made it.",
        discussion: """
            The entry was right, but its decision is held never to have been made. As with a \
            correction, what was shown before stays what it was.
            """)

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The position of the entry that records the decision.") var position: Position
    @Option(help: "Why.") var reason: String
    @OptionGroup var recording: RecordingOptions

    func command() -> Command { .annul(position, reason: reason) }
}
