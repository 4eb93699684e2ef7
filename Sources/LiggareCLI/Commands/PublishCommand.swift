import ArgumentParser
import Checkpoints
import EntryLog
import Publication
import Registry
import Reports
import TransparencyLog

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.publish)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var signing: CheckpointOptions
    @Flag(help: .of(.publishAnew)) var anew = false
    @Argument(help: .of(.publishDirectory, "dir")) var directory: String

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let signer = try signing.signer(for: ledger)
            let (checkpoint, note) = try ledger.signCheckpoint(with: signer)
            let summary = try Publication(path: directory).publish(
                ledger.log, checkpoint, note, beside: ledger.checkpoints, anew: anew)
            options.print(PublicationOutput(summary, of: ledger.log, in: directory))
        }
    }
}
