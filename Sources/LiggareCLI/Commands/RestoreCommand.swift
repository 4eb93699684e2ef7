import ArgumentParser
import Audit
import Backups
import Coordinates
import Reports
import TransparencyLog

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a ledger again from a backup, in a directory that is empty or new.",
        discussion: """
            The copy is verified, and its views are derived. Give back what no backup holds: the \
            private keys, and with share who may use it. Whoever saw the ledger when it was longer \
            accepts that once with seen accept.
            """)

    @OptionGroup var options: LedgerOptions
    @Option(
        help: ArgumentHelp(
            "Leave out the entries after this position.", valueName: "position"))
    var to: UInt64?
    @Argument(help: ArgumentHelp("The backup's directory.", valueName: "place"))
    var place: String
    @Argument(
        help: ArgumentHelp(
            "The directory to make the ledger in; by default that of --ledger or LIGGARE_LEDGER.",
            valueName: "dir"))
    var directory: String?

    func run() throws {
        try options.reporting {
            let directory = try directory ?? options.directory()
            let report = try Restoration(
                from: place, to: directory, upTo: to.map { TreeSize(min($0, .max - 1) + 1) }
            ).run()
            options.print(RestorationOutput(report, from: place, in: directory))
            if !report.isSound { throw ExitCode.foundWrong }
        }
    }
}
