import ArgumentParser
import Checkpoints
import Coordinates
import EntryLog
import Registry
import Reports
import TransparencyLog

struct SeenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seen",
        abstract: "What you last saw of the ledger, by which an old copy in its place is found.",
        subcommands: [SeenShowCommand.self, SeenAcceptCommand.self],
        defaultSubcommand: SeenShowCommand.self)
}

struct SeenShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what you last saw of the ledger.")

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.reporting {
            let ledger = try Ledger.open(at: try options.directory(), .readOnly)
            options.print(try SeenOutput(ledger, seen: options.seen()?.last(of: ledger.log.id)))
        }
    }
}

struct SeenAcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Take the ledger as it is now for the true one, after it went back.",
        discussion: """
            After a restored backup, a ledger is shorter than you saw it. Find out first what \
            happened: the same is seen where somebody puts an old copy in its place. What you accept, \
            and why, is kept with what you saw.
            """)

    @OptionGroup var options: LedgerOptions
    @Option(help: ArgumentHelp("Why it went back.", valueName: "text"))
    var reason: String

    func run() throws {
        try options.reporting {
            guard reason.isPlainLine, reason.contains(where: \.isLetter), reason.utf8.count <= 1000
            else { throw UsageError.badReason }
            let ledger = try Ledger.open(at: try options.directory(), .readOnly)
            guard let seen = Surroundings.seen() else { throw UsageError.noStateHome }
            let before = try seen.accept(ledger.log, because: reason, at: Surroundings.now())
            options.print(
                try SeenOutput(ledger, seen: seen.last(of: ledger.log.id), before: before))
        }
    }
}
