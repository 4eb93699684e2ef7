import Coordinates
import EntryLog
import TransparencyLog

/// A stored record of a log, with what was found out of it alone, on any core.
struct StoredRecord: Sendable {
    /// Nil where the record's key is no position.
    let position: Position?
    let bytes: [UInt8]
    let leaf: Hash
    /// The keys of those that were tried which signed it: at most one.
    let signer: PublicKey?

    /// - Parameter keys: those that may have signed the record, by their ids.
    init(_ position: Position?, _ bytes: [UInt8], tried keys: [KeyID: PublicKey]) {
        self.position = position
        self.bytes = bytes
        leaf = Hash.leaf(bytes.span.bytes)
        signer = Self.signer(of: bytes, among: keys)
    }

    private static func signer(
        of bytes: [UInt8], among keys: [KeyID: PublicKey]
    ) -> PublicKey? {
        guard let entry = try? Entry(decoding: bytes.span.bytes), let key = keys[entry.keyID],
            entry.isSigned(by: key)
        else { return nil }
        return key
    }
}
