import ArgumentParser
import EntryLog
import Keys
import TransparencyLog

/// What every command takes that signs in the ledger's own name.
struct CheckpointOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The ledger's own key; by default that of the ledgers founded here.",
            valueName: "file"))
    var checkpointKey: String?

    /// The ledger's own key.
    /// - Throws: `OtherCheckpointKey`; `KeyFileError`.
    func signer(for founding: Founding) throws -> SigningKey {
        let file = try checkpointKey.map(KeyFile.init(path:)) ?? Surroundings.checkpointKeyFile()
        let key = try file.loadPlain()
        guard key.publicKey == founding.checkpointKey else {
            throw OtherCheckpointKey(path: file.path, origin: founding.origin)
        }
        return key
    }
}

/// A key that is not the one that the ledger was founded with for its checkpoints.
struct OtherCheckpointKey: Error {
    let path: String
    let origin: String
}
