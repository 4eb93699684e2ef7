import ArgumentParser
import Checkpoints
import Coordinates
import EntryLog
import Failures
import Keys
import Registry
import Reports
import TransparencyLog

/// What every command takes that signs in the ledger's own name.
struct CheckpointOptions: ParsableArguments {
    @Option(help: .of(.checkpointKey, "file")) var checkpointKey: String?

    /// The ledger's own key.
    /// - Throws: `CopyIsNotRecordedIn`; `OtherCheckpointKey`; `KeyFileError`.
    func signer(for ledger: Ledger) throws -> SigningKey {
        // A copy would have checkpoints that the ledger does not know of.
        try ledger.requireOriginal()
        let founding = ledger.log.founding
        let file = try checkpointKey.map { KeyFile(path: $0) } ?? Surroundings.checkpointKeyFile()
        if file.exists {
            let key = try file.loadPlain()
            if key.publicKey == founding.checkpointKey { return key }
        }
        throw OtherCheckpointKey(path: file.path, origin: founding.origin)
    }

    /// A checkpoint of the ledger that holds an entry: the newest that was signed, or else that of
    /// the log as it stands, which is signed now.
    /// - Throws: `ForkedCheckpoint`; `UnsoundCheckpoint`; as `signer(for:)`; what reading and
    ///   writing throw.
    func checkpoint(
        holding position: Position, in log: borrowing LogSnapshot, of ledger: Ledger
    ) throws -> (Checkpoint, SignedNote) {
        let founding = ledger.log.founding
        if let newest = try ledger.checkpoints.newest(holding: position, of: log, founding) {
            return newest
        }
        return try ledger.signCheckpoint(with: try signer(for: ledger))
    }
}
