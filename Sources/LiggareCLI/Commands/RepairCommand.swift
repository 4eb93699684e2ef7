import ArgumentParser
import Publication
import Repair
import Reports

struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Found a damaged log anew from what is still sound, and from other places.",
        discussion: """
            Each entry is taken from where it is found, and only where a later entry's seal, a \
            checkpoint or its signature vouches for it. Where all of them are brought back, the new \
            log is put in place, and the damaged one is kept beside it as log.damaged-1. A log that \
            is not damaged is left as it is.
            """)

    @OptionGroup var options: LedgerOptions
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            """
            Where else the entries may lie: backups, auditors' copies and other ledgers' \
            directories, damaged ones too; published ledgers by directory or address.
            """, valueName: "place"))
    var from: [String] = []
    @Flag(
        help: """
            Put the new log in place also where entries are missing, or do not verify. All that is \
            behind the first gap is then no longer in the ledger.
            """)
    var partial = false
    @Flag(help: "Say what would be brought back, and change nothing.")
    var dryRun = false

    func run() throws {
        try options.reporting {
            let directory = try options.directory()
            let isCopy = try CopyMark(on: directory) != nil
            let bar = ProgressBar(of: options.words.entries, in: options.words)
            let report = try repair(
                directory, from: try from.map { try RepairPlace($0) },
                isPartial: partial, isDryRun: dryRun, seen: isCopy ? nil : options.seen()
            ) { bar.show($0, of: $1) }
            bar.clear()
            options.print(RepairOutput(report: report))
            if !report.isClean { throw ExitCode.foundWrong }
        }
    }
}
