import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "Deadlines (tidsgränser).",
        subcommands: [Set.self, Read.self])

    struct Set: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "An action's deadline is set or moved.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The action's number.") var action: ActionNumber
        @Argument(help: "The words of the decision, such as \"senast den 31 maj 2014\".")
        var text: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .setDeadline(action, text: text) }
    }

    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "read", abstract: "Show how a phrase is read. Nothing is recorded.",
            discussion: """
                Read by what the ledger has settled about words (see setting), and without a \
                ledger by the standards.
                """)

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The phrase.") var text: String
        @Option(
            help: ArgumentHelp(
                "The day of the decision, from which a year that is not written is taken.",
                valueName: "date"))
        var given: CalendarDate?

        func run() throws {
            try options.reporting {
                let reading = readDeadline(text, given: given, by: try rules())
                options.print(DeadlineOutput(Deadline(text: text, reading: reading)))
            }
        }

        /// What the ledger has settled for the day of the decision. None need be there yet, unless
        /// one was asked for.
        private func rules() throws -> ReadingRules {
            guard let directory = try? options.directory() else { return .standard }
            do {
                let ledger = try Ledger.open(at: directory, .readOnly)
                return try ledger.read { log, views in
                    let moment = try ledger.moment(
                        effective: given, known: nil, now: Surroundings.now(), in: log, views)
                    return try views.settings().readingRules(at: moment)
                }
            } catch EntryLogError.notALedger where options.ledger == nil {
                return .standard
            }
        }
    }
}
