import Coordinates
package import EntryLog
import TransparencyLog

/// Derives chain, seals and signatures again from the stored bytes, and compares them with the
/// log's head and with what each entry says.
/// - Throws: `Unsound` at the first contradiction.
package func verify(_ log: borrowing LogSnapshot) throws {
    var frontier = Frontier()
    var recordedAt = Timestamp(milliseconds: 0)
    var founder: PublicKey?
    var commands: Set<CommandID> = []
    try log.forEachRecord { position, bytes in
        let next = frontier.size.end
        guard position == next else { throw Unsound("\(next) is missing") }
        let entry = try Entry(decoding: bytes)
        founder = founder ?? entry.founding?.founder
        guard entry.position == next else { throw Unsound("\(next) says \(entry.position)") }
        guard entry.seal == frontier.root else { throw Unsound("the seal of \(next)") }
        guard entry.recordedAt >= recordedAt else { throw Unsound("the time of \(next)") }
        guard let founder, entry.isSigned(by: founder) else {
            throw Unsound("the signature of \(next)")
        }
        guard try log.positions(of: entry.commandID)?.contains(next) == true else {
            throw Unsound("the command of \(next)")
        }
        frontier.append(Hash.leaf(bytes))
        recordedAt = entry.recordedAt
        commands.insert(entry.commandID)
    }
    guard log.head == Head(frontier: frontier, recordedAt: recordedAt) else {
        throw Unsound("the head")
    }
    guard try log.commandCount() == commands.count else { throw Unsound("the commands") }
}

/// What of a log contradicts its bytes.
package struct Unsound: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
