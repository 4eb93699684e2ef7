import ArgumentParser
import Coordinates
import Handlingsplan

struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "Deadlines (tidsgränser).",
        subcommands: [Set.self, Read.self])

    struct Set: RecordingCommand {
        static let configuration = CommandConfiguration(
            abstract: "An action's deadline is set or moved.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @Argument(help: "The words of the decision, such as \"senast den 31 maj 2014\".")
        var text: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .setDeadline(action, text: text) }
    }

    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how a phrase is read. Nothing is recorded.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The phrase.") var text: String
        @Option(help: "The day of the decision, from which a year that is not written is taken.")
        var given: CalendarDate?

        func run() throws {
            try options.reporting {
                options.print(
                    DeadlineOutput(Deadline(text: text, reading: readDeadline(text, given: given))))
            }
        }
    }
}
