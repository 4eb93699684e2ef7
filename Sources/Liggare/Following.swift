import Answers
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry

/// The entries of a ledger one after the other, each once and in order, and then each soon after it is
/// recorded: the ground for notifications, and for other systems. Ends when its task is cancelled.
///
/// A consumer that stores what it made of an entry together with the position after it misses none,
/// and takes none twice.
public struct Entries: AsyncSequence, Sendable {
    /// An entry after the founding one.
    public struct Element: Sendable {
        public let position: UInt64
        /// What it says, as `log --follow --format json` prints it.
        public let answer: Answer
    }

    fileprivate let ledger: Registry.Ledger
    fileprivate let first: Position

    public func makeAsyncIterator() -> Iterator { Iterator(entries: self) }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let entries: Entries
        private var follower: Follower?
        private var ahead: ArraySlice<JudgedEntry> = []
        private var selection: LogSelection?

        fileprivate init(entries: Entries) { self.entries = entries }

        /// - Throws: `LedgerError`, also where the log was moved away or replaced meanwhile.
        public mutating func next() async throws -> Element? {
            while ahead.isEmpty {
                if Task.isCancelled { return nil }
                try telling { try read() }
                if ahead.isEmpty { try? await Task.sleep(for: .milliseconds(100)) }
            }
            guard let entry = ahead.popFirst(), let selection else { return nil }
            return Element(
                position: entry.position.index,
                answer: Answer(
                    FollowedAnswer(
                        line: selection.line(of: entry), ledger: entries.ledger.log.id,
                        isRehearsal: entries.ledger.isRehearsal)))
        }

        /// The next entries, some at a time, and what they speak of is called.
        private mutating func read() throws {
            let ledger = entries.ledger
            var follower = try follower ?? Follower(of: ledger, from: entries.first)
            ahead = try follower.nextBatch()[...]
            self.follower = follower
            guard let last = ahead.last, selection.map({ last.position >= $0.size.end }) ?? true
            else { return }
            selection = try ledger.read { _, views in
                try LogQuestion().selection(of: ledger.log.founding, views)
            }
        }
    }
}

extension Ledger {
    /// Follows the ledger.
    /// - Parameter position: the first entry to hand over.
    public func entries(from position: UInt64 = 1) -> Entries {
        Entries(ledger: inner, first: Position(position))
    }
}
