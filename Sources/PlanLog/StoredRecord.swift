package import Coordinates
import EntryLog
package import TransparencyLog

/// A stored record of a log, with what was found out of it alone, on any core.
package struct StoredRecord: Sendable {
    /// Nil where the record's key is no position.
    package let position: Position?
    package let bytes: [UInt8]
    package let leaf: Hash
    /// Who signed it; nil where that is none of those known beforehand.
    package let signer: PublicKey?
    /// When it says that it was recorded; nil where it is malformed.
    package let recordedAt: Timestamp?

    init(_ position: Position?, _ bytes: [UInt8], signedByAnyOf signers: Signers) {
        self.position = position
        self.bytes = bytes
        leaf = Hash.leaf(bytes.span.bytes)
        guard let entry = try? Entry(decoding: bytes.span.bytes) else {
            (signer, recordedAt) = (nil, nil)
            return
        }
        signer = try? signers.signer(of: entry)
        recordedAt = entry.recordedAt
    }
}
