import Coordinates
import EntryLog
import PlanLog
import TransparencyLog

/// A stored record of a log, with what was found out of it alone, on any core.
struct StoredRecord: Sendable {
    /// Nil where the record's key is no position.
    let position: Position?
    let bytes: [UInt8]
    let leaf: Hash
    /// Who signed it; nil where that is none of those known beforehand.
    let signer: PublicKey?

    init(_ position: Position?, _ bytes: [UInt8], signedByAnyOf signers: Signers) {
        self.position = position
        self.bytes = bytes
        leaf = Hash.leaf(bytes.span.bytes)
        signer = Self.signer(of: bytes, among: signers)
    }

    private static func signer(of bytes: [UInt8], among signers: Signers) -> PublicKey? {
        guard let entry = try? Entry(decoding: bytes.span.bytes) else { return nil }
        return try? signers.signer(of: entry)
    }
}
