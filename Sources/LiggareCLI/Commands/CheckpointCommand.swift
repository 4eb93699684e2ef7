import Answers
import ArgumentParser
import Checkpoints
import Coordinates
import EntryLog
import Files
import Publication
import Registry
import Reports
import TransparencyLog

struct CheckpointCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.checkpoint)

    @OptionGroup var options: LedgerOptions

    @Option(help: .of(.checkpointWitness, "url")) var witness: [String] = []

    @Option(help: .of(.checkpointWitnessKey, "vkey")) var witnessKey: [VerificationKey] = []

    @Option(help: .of(.checkpointOut, "file")) var out: String?

    @OptionGroup var signing: CheckpointOptions

    @Flag(help: .of(.checkpointVerificationKey)) var verificationKey = false

    func run() throws {
        try options.reporting {
            guard witness.count == witnessKey.count else { throw UsageError.witnessesWithoutKeys }
            if let key = witnessKey.first(where: { $0.type != .cosignature }) {
                throw UsageError.noWitnessKey("\(key)")
            }
            let ledger = try options.open(.readOnly)
            let log = ledger.log
            if log.founding.isRehearsal, options.format == .text {
                printError(options.words.rehearsal)
            }
            if verificationKey {
                options.printWithoutMark(VerificationKeyOutput(log))
                return
            }
            let answer = try checkpoint(ledger)
            if let out { try WholeFile.write(answer.note.bytes, to: out, for: .usual) }
            if out == nil || options.format == .json { options.printWithoutMark(answer) }
            for asked in answer.witnesses { options.remark(options.words.cosigning(asked, answer)) }
            if answer.witnesses.contains(where: { $0.outcome.cosignature == nil }) {
                throw ExitCode.foundWrong
            }
        }
    }

    private func checkpoint(_ ledger: Ledger) throws -> CheckpointOutput {
        let (log, folder) = (ledger.log, ledger.checkpoints)
        let ledgerKey = log.founding.verificationKey
        let signer = try signing.signer(for: ledger)
        let (checkpoint, note) = try ledger.signCheckpoint(with: signer)
        // The checkpoint is kept by now, whatever witnesses make of it.
        let cosigning = Cosigning(log: log, checkpoint: checkpoint, note: note)
        var answer = CheckpointOutput(log: log, checkpoint: checkpoint, note: note)
        for (url, key) in zip(witness, witnessKey) {
            let known = KnownWitness(
                url: url, key: key, latest: try folder.newest(of: ledgerKey, cosignedBy: key))
            let outcome = try cosigning.outcome(of: known)
            if case .cosigned(let cosignature) = outcome {
                answer.note = try folder.keep(
                    note.adding([cosignature.signature]), of: checkpoint.size,
                    signedBy: ledgerKey)
            }
            answer.witnesses.append(AskedWitness(witness: known, outcome: outcome))
        }
        return answer
    }
}
