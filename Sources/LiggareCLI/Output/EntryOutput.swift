import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

/// One entry, whole.
struct EntryOutput: Output {
    let position: Position
    let recordedAt: Timestamp
    let commandID: CommandID
    let keyID: KeyID
    let seal: Hash
    let leaf: Hash
    let isSigned: Bool
    let founding: Founding?
    let act: Act?
    let turns: [Position]
    let isRehearsal: Bool
    private let names: Names

    init(
        _ entry: borrowing Entry, _ founding: Founding, leaf: Hash, isSigned: Bool, act: Act?,
        names: Names, turns: [Position]
    ) {
        position = entry.position
        recordedAt = entry.recordedAt
        commandID = entry.commandID
        keyID = entry.keyID
        seal = entry.seal
        self.leaf = leaf
        self.isSigned = isSigned
        self.founding = entry.founding
        self.act = act
        self.turns = turns
        self.names = names
        isRehearsal = founding.isRehearsal
    }

    var events: [String] {
        guard let act else { return [] }
        return act.events.map { Texts.event($0, names) }
    }

    var text: String { Texts.entry(self) }

    var content: any Encodable {
        Content(
            position: position.index, recordedAt: recordedAt.rfc3339,
            commandId: commandID.description, key: keyID.description,
            signatureHolds: isSigned, seal: base64(seal), leaf: base64(leaf),
            turnedBy: turns.map(\.index), rehearsal: isRehearsal,
            act: act.map { ActContent($0, names) },
            founding: founding.map { FoundingContent($0, id: leaf) })
    }

    private struct Content: Encodable {
        let position: UInt64
        let recordedAt: String
        let commandId, key: String
        let signatureHolds: Bool
        let seal, leaf: String
        let turnedBy: [UInt64]
        let rehearsal: Bool
        let act: ActContent?
        let founding: FoundingContent?
    }
}

private struct FoundingContent: Encodable {
    let ledger: String
    let name: String
    let origin: String
    let timeZone: String
    let publicKey: String

    init(_ founding: Founding, id: Hash) {
        ledger = id.description
        name = founding.name
        origin = founding.origin
        timeZone = founding.timeZone
        publicKey = base64(founding.founder.bytes)
    }
}
