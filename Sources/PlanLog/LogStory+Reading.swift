package import Coordinates
package import EntryLog
package import Handlingsplan
import TransparencyLog

// What is known of the log itself, held against its entries.

extension LogStory {
    /// When the last entry that stands before a position counts as recorded.
    /// - Precondition: there is one: the founding entry always stands.
    /// - Throws: `EntryLogError.damagedEntry`.
    package func time<Reader: EntryReader & ~Copyable>(
        before position: Position, in log: borrowing Reader
    ) throws -> Timestamp {
        let last = lastStanding(before: position)
        return time(of: last, stating: try log.entry(at: last) { $0.recordedAt })
    }

    /// When an entry counts as recorded: a void one with the last one before it that stands.
    /// - Throws: `EntryLogError.damagedEntry`.
    package func time<Reader: EntryReader & ~Copyable>(
        of position: Position, in log: borrowing Reader
    ) throws -> Timestamp {
        try time(before: position.treeSize.end, in: log)
    }

    /// The first entry that counts as recorded after a time, by more than clocks differ; nil where none
    /// does.
    package func firstPosition(
        recordedAfter time: Timestamp, in log: borrowing LogSnapshot
    ) throws -> Position? {
        let late = Timestamp(
            milliseconds: time.milliseconds + RecordingTime.clockToleranceMilliseconds)
        let next = try log.lastPosition(recordedBy: late, by: self)?.treeSize.end ?? Position(0)
        return next < log.size.end ? next : nil
    }

    /// The last entry that stands before a position.
    package func lastStanding(before position: Position) -> Position {
        precondition(position > Position(0), "no entry stands before the founding one")
        var index = position.index - 1
        while voids.contains(Position(index)) { index -= 1 }
        return Position(index)
    }
}

extension LogSnapshot {
    /// The last entry that counts as recorded at or before a time; nil where the log is younger.
    /// - Parameter size: looks at no more than the first entries; by default at all.
    package func lastPosition(
        recordedBy time: Timestamp, within size: TreeSize? = nil, by story: LogStory
    ) throws -> Position? {
        try lastPosition(recordedBy: time, within: size) { try story.time(of: $0, in: self) }
    }
}

extension VoidEntries {
    /// Whether a run has entries, all of which are void.
    func areAll(_ run: VoidRun) -> Bool {
        run.first <= run.last && run.last.index - run.first.index < UInt64(reasons.count)
            && (run.first.index...run.last.index).allSatisfy { contains(Position($0)) }
    }
}

extension EntryReader where Self: ~Copyable {
    /// The root of the tree over some entries alone, whether they stand or not.
    /// - Throws: `EntryLogError.damagedEntry` where one is missing.
    package borrowing func root(over run: VoidRun) throws -> Digest256 {
        try root(from: run.first, through: run.last)
    }

    package borrowing func root(
        from first: Position, through last: Position
    ) throws -> Digest256 {
        var tree = Frontier()
        for index in first.index...last.index { tree.append(try leaf(at: Position(index))) }
        guard let root = Digest256(tree.root.bytes) else {
            preconditionFailure("a root is a SHA-256")
        }
        return root
    }
}
