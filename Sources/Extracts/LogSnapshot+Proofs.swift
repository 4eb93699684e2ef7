package import Coordinates
package import EntryLog
package import TransparencyLog

extension LogSnapshot {
    /// The proof that the log holds an entry, with the entry in it.
    ///
    /// - Parameter note: that of a checkpoint of the log.
    /// - Precondition: the entry is within the checkpoint's size, which is within the log's.
    package func proof(
        of position: Position, in size: TreeSize, note: SignedNote
    ) throws -> LogProof {
        let bytes = try bytes(at: position)
        return LogProof(
            extra: bytes.withUnsafeBytes { Array($0) }, position: position,
            inclusion: try MerkleTree.proveInclusion(of: position, in: size, reading: self),
            note: note)
    }
}
