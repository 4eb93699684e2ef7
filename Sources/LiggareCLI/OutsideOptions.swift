import ArgumentParser
import Audit
import Checkpoints
import Failures
import Reports
import TransparencyLog

/// What an auditor knows from elsewhere.
struct OutsideOptions: ParsableArguments {
    @Option(parsing: .upToNextOption, help: .of(.against, "file")) var against: [String] = []
    @Option(help: .of(.ledgerID, "hex")) var ledgerID: Hash?
    @Option(parsing: .upToNextOption, help: .of(.witnessKeys, "vkey"))
    var witnessKey: [VerificationKey] = []

    var isGiven: Bool { !against.isEmpty || ledgerID != nil || !witnessKey.isEmpty }

    /// - Parameter seen: what the user's programs last saw of the ledger.
    func knowledge(
        of log: VerificationKey, seen: Checkpoint? = nil
    ) throws -> OutsideKnowledge {
        let remembered = seen.map {
            [OutsideKnowledge.Kept($0, from: Surroundings.wording().seenBefore)]
        }
        return OutsideKnowledge(
            ledger: ledgerID,
            kept: try (remembered ?? [])
                + against.map {
                    OutsideKnowledge.Kept(try checkpoint(in: $0, of: log), from: $0)
                },
            witnesses: witnessKey)
    }

    /// A checkpoint that the ledger signed; or, without any signature, one that was written down.
    private func checkpoint(in file: String, of log: VerificationKey) throws -> Checkpoint {
        let bytes = try readBytes(file)
        do {
            if let written = try? Checkpoint(text: String(decoding: bytes, as: UTF8.self)) {
                guard written.origin == log.name else {
                    throw NoteError.otherOrigin(written.origin)
                }
                return written
            }
            return try Checkpoint(bytes, signedBy: log)
        } catch let error as NoteError {
            throw UnbelievedCheckpoint(file: file, reason: error)
        }
    }
}
