import Answers
import Coordinates
package import EntryLog
package import TransparencyLog

/// A ledger was founded.
package struct FoundingOutput: Output {
    package let founding: Founding
    package let id: Hash
    package let directory: String
    package let receipt: Receipt
    package let keyPath: String
    package let isNewKey: Bool
    /// Whether it had been founded before.
    package let isAgain: Bool

    package init(
        _ founding: Founding, id: Hash, directory: String, receipt: Receipt, keyPath: String,
        isNewKey: Bool, isAgain: Bool
    ) {
        self.founding = founding
        self.id = id
        self.directory = directory
        self.receipt = receipt
        self.keyPath = keyPath
        self.isNewKey = isNewKey
        self.isAgain = isAgain
    }

    package var isRehearsal: Bool { founding.isRehearsal }

    package func text(in words: any Wording) -> String { words.founded(self) }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: id.description, name: founding.name, origin: founding.origin,
            timeZone: founding.timeZone, publicKey: base64(founding.founder.bytes),
            keyFile: keyPath, newKey: isNewKey, rehearsal: founding.isRehearsal, position: 0,
            recordedAt: receipt.recordedAt.rfc3339, size: receipt.size.count,
            root: base64(receipt.root), duplicate: isAgain)
    }

    private struct Content: Encodable {
        let ledger, name, origin, timeZone, publicKey, keyFile: String
        let newKey, rehearsal: Bool
        let position: UInt64
        let recordedAt: String
        let size: UInt64
        let root: String
        let duplicate: Bool
    }
}
