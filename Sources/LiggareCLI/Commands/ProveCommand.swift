import ArgumentParser
import Coordinates
import EntryLog
import Extracts
import Files
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
        try options.reporting(asCOSE: true) {
            let ledger = try options.open(.readOnly)
            defer { sayIfVoid(in: ledger) }
            if options.format == .cose { return try writeStatement(of: ledger) }
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

    /// That the log holds an entry says nothing of whether it counts.
    private func sayIfVoid(in ledger: Ledger) {
        guard let reason = try? ledger.read({ try $1.voids()[position] }) else { return }
        options.remark(options.words.void(reason))
    }

    /// The entry with a receipt, which the log's own key signs.
    private func writeStatement(of ledger: Ledger) throws {
        guard let out else { throw UsageError.coseWithoutOut }
        let key = try signing.signer(for: ledger)
        let (statement, checkpoint) = try ledger.log.read { log in
            guard position < log.size.end else {
                throw Rejection.unknownEntry(position, size: log.size)
            }
            let (checkpoint, note) = try signing.checkpoint(holding: position, in: log, of: ledger)
            let proof = try log.proof(of: position, in: checkpoint.size, note: note)
            let statement = try TransparentStatement(
                of: log.bytes(at: position), at: position, inclusion: proof.inclusion,
                in: checkpoint, ledger: ledger.log.id, signedBy: key)
            return (statement, checkpoint)
        }
        try WholeFile.write(statement.bytes, to: out, for: .usual)
        let written = EvidenceOutput(
            kind: .statement, file: "", entries: [position], checkpoint: checkpoint,
            isRehearsal: ledger.isRehearsal, path: out)
        if ledger.isRehearsal { print(options.words.rehearsal) }
        print(written.text(in: options.words))
    }
}
