package import Coordinates
import EntryLog
package import Failures
import Glibc
import Handlingsplan
package import PlanLog
import Views

/// Hands over the entries of a ledger one after the other, each once and in order, from a position that
/// the consumer keeps: the ground for notifications, and for other systems.
///
/// Positions have no gaps, so there are none to wait for: an entry that can be read is preceded by
/// all that will ever precede it, whoever else is recording. A consumer that stores what it made of
/// an entry together with the position after it misses none, and takes none twice.
package struct Follower: Sendable {
    private let ledger: Ledger
    /// The next entry to hand over, and so the number of those before it.
    package private(set) var next: Position

    /// - Parameter position: the first entry to hand over. The founding entry, which is no act, is
    ///   passed over.
    /// - Throws: `PositionAheadOfLog`; `LMDBError`.
    package init(of ledger: Ledger, from position: Position = Position(1)) throws {
        self.ledger = ledger
        next = max(position, Position(1))
        _ = try ledger.log.read { try ahead(in: $0) }
    }

    /// Hands over what has been recorded by now.
    ///
    /// Where `consume` throws, the same entry is the next one again. It may take its time: no snapshot
    /// of the log is held meanwhile.
    /// - Throws: `PositionAheadOfLog`; as `forEachEntry`, once all before that entry are handed over;
    ///   what `consume` throws.
    package mutating func catchUp(
        until isStopped: () -> Bool = { false }, _ consume: (JudgedEntry) throws -> Void
    ) throws {
        while case let entries = try nextEntries(), !entries.isEmpty {
            for entry in entries {
                if isStopped() { return }
                try consume(entry)
                next = entry.position.treeSize.end
            }
        }
    }

    /// Hands over what has been recorded, and then each entry soon after it is, until told to stop.
    /// - Throws: `FollowedLogReplaced`; as `catchUp`.
    package mutating func follow(
        until isStopped: () -> Bool, _ consume: (JudgedEntry) throws -> Void
    ) throws {
        while true {
            try catchUp(until: isStopped, consume)
            if isStopped() { return }
            guard ledger.log.isInPlace else { throw FollowedLogReplaced() }
            // To read the head takes microseconds, so asking for it again and again costs next to
            // nothing, and it works wherever LMDB does. inotify would tell of what a writer has not
            // committed yet, must be drained, and can run out.
            usleep(100_000)
        }
    }

    /// Takes the next entries, some at a time: none where no more has been recorded by now.
    /// - Throws: `PositionAheadOfLog`; `FollowedLogReplaced`; as `forEachEntry`.
    package mutating func nextBatch() throws -> [JudgedEntry] {
        let entries = try nextEntries()
        if entries.isEmpty, !ledger.log.isInPlace { throw FollowedLogReplaced() }
        next = entries.last?.position.treeSize.end ?? next
        return entries
    }

    /// The next entries, some at a time, so that no snapshot is held for long.
    private func nextEntries() throws -> [JudgedEntry] {
        // To look how long the log is costs less than to look at the views.
        if try ledger.log.read({ try ahead(in: $0).isEmpty }) { return [] }
        return try ledger.read { log, views in
            var entries: [JudgedEntry] = []
            do {
                try forEachEntry(in: try ahead(in: log), of: log, try views.voids()) {
                    entries.append($0)
                }
            } catch {
                // What cannot be read is met again once those before it have been handed over.
                if entries.isEmpty { throw error }
            }
            return entries
        }
    }

    /// The positions that are handed over next, at most as many as a snapshot is to be held for.
    private func ahead(in log: borrowing LogSnapshot) throws -> Range<Position> {
        guard next <= log.size.end else {
            throw PositionAheadOfLog(position: next, size: log.size)
        }
        return next..<min(log.size.end, Position(next.index + 256))
    }
}

/// Nothing is recorded just before a consumer's position: this is another log than the one that it
/// followed, or an old copy of that. To wait until it is as long would hide what differs.
package struct PositionAheadOfLog: Error, Hashable, Sendable {
    package let position: Position
    package let size: TreeSize
}

/// The log was moved away or replaced while it was followed, as when a backup is restored: what is
/// recorded from then on would never be seen.
package struct FollowedLogReplaced: Error, Hashable, Sendable {}

extension PositionAheadOfLog: Failing {
    package var failureKind: FailureKind { .refused("position-ahead-of-log") }
}

extension FollowedLogReplaced: Failing {
    package var failureKind: FailureKind { .refused("followed-log-replaced") }
}
