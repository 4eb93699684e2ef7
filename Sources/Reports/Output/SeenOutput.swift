import Answers
import Checkpoints
import Coordinates
package import EntryLog
package import Registry
package import TransparencyLog

/// What the user last saw of a ledger, beside what it is now.
package struct SeenOutput: Output {
    package let ledger: Hash
    package let now: Head
    /// Nil where nothing was.
    package let seen: Checkpoint?
    /// What had been seen before this was accepted.
    package let before: Checkpoint?
    package let isRehearsal: Bool

    package init(_ ledger: Ledger, seen: Checkpoint?, before: Checkpoint? = nil) throws {
        self.ledger = ledger.log.id
        now = try ledger.log.read { $0.head }
        (self.seen, self.before) = (seen, before)
        isRehearsal = ledger.isRehearsal
    }

    package func text(in words: any Wording) -> String { words.seen(self).joined(separator: "\n") }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: ledger.description, size: now.size.count, root: base64(now.root),
            seen: Nullable(seen.map { State($0) }), before: before.map { State($0) },
            notes: seen?.extensions ?? [], rehearsal: isRehearsal)
    }

    private struct Content: Encodable {
        let ledger: String
        let size: UInt64
        let root: String
        let seen: Nullable<State>
        /// Left out but by accept.
        let before: State?
        let notes: [String]
        let rehearsal: Bool
    }

    private struct State: Encodable {
        let size: UInt64
        let root: String

        init(_ checkpoint: Checkpoint) {
            (size, root) = (checkpoint.size.count, base64(checkpoint.root))
        }
    }
}
