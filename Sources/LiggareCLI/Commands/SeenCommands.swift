import ArgumentParser
import Checkpoints
import Coordinates
import EntryLog
import Registry
import Reports
import TransparencyLog

struct SeenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .seen, subcommands: [SeenShowCommand.self, SeenAcceptCommand.self],
        defaultSubcommand: SeenShowCommand.self)
}

struct SeenShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.seenShow)

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.reporting {
            let ledger = try Ledger.open(at: try options.directory(), .readOnly)
            options.print(try SeenOutput(ledger, seen: options.seen()?.last(of: ledger.log.id)))
        }
    }
}

struct SeenAcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.seenAccept)

    @OptionGroup var options: LedgerOptions
    @Option(help: .of(.seenAcceptReason, "text")) var reason: String

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
