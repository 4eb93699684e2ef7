package import Coordinates
import EntryLog
import Files
import Glibc
package import TransparencyLog

extension CheckpointFolder {
    /// Keeps what another folder of the same ledger keeps: its checkpoints up to a size, with their
    /// cosignatures, and the lines of those that are only listed there. Durable on return.
    /// - Returns: those that are not to be believed, which are left out; what is no file is, too.
    /// - Throws: `ContradictedCheckpoint` where another of a size is kept here; `FileFailure`;
    ///   `MalformedIndex`, of the other's list.
    @discardableResult
    package func add(
        from other: CheckpointFolder, upTo end: TreeSize, signedBy log: VerificationKey
    ) throws -> [UnsoundCheckpoint] {
        var unsound: [UnsoundCheckpoint] = []
        for size in try other.sizes() where size <= end {
            do {
                guard let (_, note) = try other.checkpoint(of: size, signedBy: log) else {
                    continue
                }
                if try checkpoint(of: size, signedBy: log)?.1 != note {
                    try keep(note, of: size, signedBy: log)
                }
            } catch let error as UnsoundCheckpoint {
                unsound.append(error)
            } catch let error as FileFailure where error.isNoFile || error.errno == EFBIG {
                continue
            }
        }
        try list(from: other, upTo: end, signedBy: log)
        return unsound
    }
}
