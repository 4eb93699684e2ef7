import Coordinates
import EntryLog
import TransparencyLog

/// A ledger was founded.
struct FoundingOutput: Output {
    let founding: Founding
    let id: Hash
    let directory: String
    let head: Head
    let keyPath: String
    let isNewKey: Bool

    init(
        _ founding: Founding, id: Hash, directory: String, head: Head, keyPath: String,
        isNewKey: Bool
    ) {
        self.founding = founding
        self.id = id
        self.directory = directory
        self.head = head
        self.keyPath = keyPath
        self.isNewKey = isNewKey
    }

    var isRehearsal: Bool { founding.isRehearsal }

    var text: String { Texts.founded(self) }

    var content: any Encodable {
        Content(
            ledger: id.description, name: founding.name, origin: founding.origin,
            timeZone: founding.timeZone, publicKey: base64(founding.founder.bytes),
            keyFile: keyPath, newKey: isNewKey, rehearsal: founding.isRehearsal, position: 0,
            recordedAt: head.recordedAt.rfc3339, size: head.size.count,
            root: base64(head.root), duplicate: false, warnings: [])
    }

    private struct Content: Encodable {
        let ledger, name, origin, timeZone, publicKey, keyFile: String
        let newKey, rehearsal: Bool
        let position: UInt64
        let recordedAt: String
        let size: UInt64
        let root: String
        let duplicate: Bool
        let warnings: [String]
    }
}
