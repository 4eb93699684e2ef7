import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .deadline, subcommands: [Set.self, Read.self])

    struct Set: RecordingCommand {
        static let configuration = CommandConfiguration(.deadlineSet)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.actionNumber)) var action: ActionNumber
        @Argument(help: .of(.deadlineSetText)) var text: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .setDeadline(action, text: text) }
    }

    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(.deadlineRead)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.deadlineReadText)) var text: String
        @Option(help: .of(.deadlineReadGiven, "date")) var given: CalendarDate?

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
