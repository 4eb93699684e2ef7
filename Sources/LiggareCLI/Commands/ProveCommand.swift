import ArgumentParser
import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import Registry
import Reports
import TransparencyLog

struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.prove)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var signing: CheckpointOptions
    @Argument(help: .of(.entryPosition)) var position: Position
    @Option(help: .of(.out, "file")) var out: String?

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            try options.deliver(try ledger.log.read { try proof(in: $0, of: ledger) }, to: out)
        }
    }

    private func proof(
        in log: borrowing LogSnapshot, of ledger: Ledger
    ) throws -> EvidenceOutput {
        guard position < log.size.end else {
            throw Rejection.unknownEntry(position, size: log.size)
        }
        let (checkpoint, note) = try signing.checkpoint(
            holding: position, in: log, of: ledger)
        let proof = try log.proof(of: position, in: checkpoint.size, note: note)
        return EvidenceOutput(
            kind: .proof, file: proof.description, entries: [position], checkpoint: checkpoint,
            isRehearsal: ledger.isRehearsal)
    }
}
