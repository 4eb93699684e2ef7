import CBOR
package import Coordinates
package import Failures
import LMDB
import TransparencyLog

// A copy of another log: its entries as they were stored there, whoever signed them.

extension Log {
    /// Writes a copy of the log as it is now into an existing directory that holds none, while others
    /// append. Durable on return, but for its name.
    ///
    /// Check the pages first: LMDB follows what it finds.
    package func copy(to path: String) throws { try environment.copy(to: path) }

    /// Refuses a log that does not begin with all of the entries here.
    /// - Returns: how many those are.
    /// - Throws: `NotAnExtension`.
    @discardableResult
    package func requireBeginning(
        of log: borrowing LogSnapshot, upTo size: TreeSize? = nil
    ) throws -> TreeSize {
        let (size, head) = (size ?? log.size, try read { $0.head })
        guard head.size <= size, try log.root(of: head.size) == head.frontier.root else {
            throw NotAnExtension(of: head.size, size: size)
        }
        return head.size
    }

    /// Adds the entries of `log`, of which this is a copy, that it does not have: in batches, each
    /// durable, so that a copying that is cut off goes on where it was.
    /// - Parameter size: where to end; by default at the end of `log`.
    /// - Throws: `NotAnExtension` where `log` does not begin with all of the entries here.
    package func extend(from log: borrowing LogSnapshot, upTo size: TreeSize? = nil) throws {
        let size = size ?? log.size
        var end = try requireBeginning(of: log, upTo: size)
        while end < size {
            var (batch, byteCount): ([[UInt8]], Int) = ([], 0)
            while end.count + UInt64(batch.count) < size.count, batch.count < 4096,
                byteCount < 8 << 20
            {
                let bytes = try log.bytes(at: Position(end.count + UInt64(batch.count)))
                batch.append(Array(copying: bytes))
                byteCount += bytes.byteCount
            }
            try appendCopies(batch, after: end)
            end = TreeSize(end.count + UInt64(batch.count))
        }
    }

    /// Begins a copy in an existing directory with the other log's entry 0, or opens the copy that
    /// has been begun. Durable on return.
    /// - Throws: `MalformedEntry` where entry 0 founds nothing; `LMDBError`.
    package static func beginCopy(at path: String, of founding: [UInt8]) throws -> Log {
        // Before it is stored: a copy that has begun with something else could never be opened.
        guard try Entry(decoding: founding.rawSpan).founding != nil else {
            throw MalformedEntry("it does not found a ledger")
        }
        let environment = try Environment(
            path: path, access: .create, tables: LogTables.names)
        guard let tables = LogTables(in: environment) else {
            preconditionFailure("an environment that is created has its tables")
        }
        try environment.write { transaction in
            guard try transaction.format(tables) == nil else { return }
            var frontier = Frontier()
            for batch in SealedBatch.copies(
                of: [founding], on: &frontier, Timestamp(milliseconds: 0))
            {
                try batch.store(in: &transaction, tables)
            }
            try transaction.put(
                tables.meta, key: MetaKey.format, value: LogFormat.first.encoded)
        }
        return try Log(environment, path: path)
    }

    /// Adds entries that follow those that the copy has: all of them, durable on return, or none.
    ///
    /// What they are worth, an audit tells. A command may go on from the entries before; one that is
    /// there elsewhere keeps its record, so that an audit finds it.
    /// - Throws: `EntryLogError.conflict` where the copy has another size than
    ///   `size`; `LMDBError`.
    package func appendCopies(_ entries: [[UInt8]], after size: TreeSize) throws {
        try environment.write { transaction in
            let head = try transaction.head(tables)
            guard head.size == size else {
                throw EntryLogError.conflict(expected: size.end, actual: head.size.end)
            }
            var frontier = head.frontier
            for batch in SealedBatch.copies(of: entries, on: &frontier, head.recordedAt) {
                let known = try batch.commandID.flatMap { try transaction.record(of: $0, tables) }
                try batch.store(in: &transaction, tables)
                guard let known, let id = batch.commandID else { continue }
                let record = known.size == batch.before.size ? known.extended(by: batch) : known
                try transaction.put(tables.commands, key: id.key, value: record.encoded)
            }
        }
    }
}

extension CommandRecord {
    fileprivate func extended(by batch: SealedBatch) -> CommandRecord {
        CommandRecord(first: first, count: count + UInt64(batch.entries.count))
    }
}

extension SealedBatch {
    /// One batch for each command that the entries belong to, and for each that is malformed.
    /// - Parameter time: what the last entry before them says.
    fileprivate static func copies(
        of entries: [[UInt8]], on frontier: inout Frontier, _ time: Timestamp
    ) -> [SealedBatch] {
        var batches: [SealedBatch] = []
        for bytes in entries {
            let entry = try? Entry(decoding: bytes.rawSpan)
            let id = entry?.commandID
            let recordedAt = entry?.recordedAt ?? batches.last?.after.recordedAt ?? time
            let before = frontier
            frontier.append(Hash.leaf(bytes.rawSpan))
            let after = Head(frontier: frontier, recordedAt: recordedAt)
            if let last = batches.last, let id, last.commandID == id {
                batches[batches.count - 1] = SealedBatch(
                    commandID: last.commandID, before: last.before, after: after,
                    entries: last.entries + [bytes])
            } else {
                batches.append(
                    SealedBatch(
                        commandID: id, before: before, after: after,
                        entries: [bytes]))
            }
        }
        return batches
    }
}

/// A log that does not begin with all the entries of its copy: it lost some, or has another history.
package struct NotAnExtension: Error, Hashable, Sendable {
    /// How many entries the copy has.
    package let copied: TreeSize
    package let size: TreeSize

    init(of copied: TreeSize, size: TreeSize) { (self.copied, self.size) = (copied, size) }
}

extension NotAnExtension: Failing {
    package var failureKind: FailureKind { .refused("not-an-extension") }
}
