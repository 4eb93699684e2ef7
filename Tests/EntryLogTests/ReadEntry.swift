import Coordinates
import EntryLog
import LogSupport
import TestSupport
import TransparencyLog

/// What an entry says, copied out of the bytes that it borrows.
struct ReadEntry {
    let position: Position
    let seal: Hash
    let recordedAt: Timestamp
    let commandID: CommandID
    let keyID: KeyID
    let founding: Founding?
    let content: [UInt8]
    let isSignedByFounder: Bool

    init(_ entry: borrowing Entry) {
        position = entry.position
        seal = entry.seal
        recordedAt = entry.recordedAt
        commandID = entry.commandID
        keyID = entry.keyID
        founding = entry.founding
        content = [UInt8](copying: entry.content)
        isSignedByFounder = entry.isSigned(by: SigningKey.founder.publicKey)
    }

    init(decoding bytes: [UInt8]) throws(MalformedEntry) {
        self.init(try Entry(decoding: bytes.span.bytes))
    }
}

extension LogBench {
    func entry(_ index: UInt64) throws -> ReadEntry {
        try log.read { try $0.entry(at: Position(index)) { ReadEntry($0) } }
    }
}

/// The leaf hash of an entry's bytes.
func leaf(_ entry: [UInt8]) -> Hash { Hash.leaf(entry.span.bytes) }
