import Checkpoints
import Coordinates
import EntryLog
import Registry
import TransparencyLog

extension LedgerOptions {
    /// A checkpoint of the ledger that holds an entry: the newest that was signed, or else that of
    /// the log as it stands, which is signed now.
    /// - Throws: `ForkedCheckpoint`; `UnsoundCheckpoint`; `CheckpointKeyElsewhere`; what reading and
    ///   writing throw.
    func checkpoint(
        holding position: Position, in log: borrowing LogSnapshot, of founding: Founding
    ) throws -> (Checkpoint, SignedNote) {
        let folder = CheckpointFolder(path: try directory() + "/checkpoints")
        if let newest = try folder.newest(holding: position, of: log, founding) { return newest }
        return try folder.sign(log, of: founding, with: try checkpointKey(of: founding))
    }

    private func checkpointKey(of founding: Founding) throws -> SigningKey {
        let file = try Surroundings.checkpointKeyFile()
        do {
            let key = try file.load()
            if key.publicKey == founding.checkpointKey { return key }
        } catch KeyFileError.missing {
            // Said below: it is where the ledger was founded.
        }
        throw CheckpointKeyElsewhere(path: file.path)
    }
}

/// The ledger's own key, which signs its checkpoints, is not here.
struct CheckpointKeyElsewhere: Error {
    let path: String
}
