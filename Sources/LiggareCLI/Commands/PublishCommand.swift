import ArgumentParser
import Checkpoints
import EntryLog
import Publication
import Registry
import Reports
import TransparencyLog

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the ledger as static files that anybody can check, and any server serve.",
        discussion: """
            Signs a checkpoint of the ledger as it stands, and writes what is new since the last \
            time. All that was ever recorded is in these files, notes and names of key holders \
            included. Annexes are not.
            """)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var signing: CheckpointOptions
    @Flag(help: "Write every file again, also those that are there: mends what was damaged.")
    var anew = false
    @Argument(help: ArgumentHelp("The directory to write.", valueName: "dir"))
    var directory: String

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let signer = try signing.signer(for: ledger)
            let (checkpoint, note) = try ledger.checkpoints.sign(ledger.log, with: signer)
            let summary = try Publication(path: directory).publish(
                ledger.log, checkpoint, note, beside: ledger.checkpoints, anew: anew)
            options.print(PublicationOutput(summary, of: ledger.log, in: directory))
        }
    }
}
