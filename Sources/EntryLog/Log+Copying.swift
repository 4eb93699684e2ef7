import CBOR
package import Coordinates
import LMDB
import TransparencyLog

// A copy of another log: its entries as they were stored there, whoever signed them.

extension Log {
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
            for batch in try SealedBatch.copies(of: [founding], on: &frontier) {
                try batch.store(in: &transaction, tables)
            }
            try transaction.put(
                tables.meta, key: MetaKey.format, value: Founding.currentFormat.encoded)
        }
        return try Log(environment, path: path)
    }

    /// Adds entries that follow those that the copy has: all of them, durable on return, or none.
    ///
    /// Only their form is checked. What they are worth, an audit tells. A command may go on from the
    /// entries before; one that is there elsewhere keeps its record, so that an audit finds it.
    /// - Throws: `MalformedEntry`; `EntryLogError.conflict` where the copy has another size than
    ///   `size`; `LMDBError`.
    package func appendCopies(_ entries: [[UInt8]], after size: TreeSize) throws {
        try environment.write { transaction in
            let head = try transaction.head(tables)
            guard head.size == size else {
                throw EntryLogError.conflict(expected: size, actual: head.size)
            }
            var frontier = head.frontier
            for batch in try SealedBatch.copies(of: entries, on: &frontier) {
                let known = try transaction.record(of: batch.commandID, tables)
                try batch.store(in: &transaction, tables)
                guard let known else { continue }
                let record = known.size == batch.before.size ? known.extended(by: batch) : known
                try transaction.put(
                    tables.commands, key: batch.commandID.key, value: record.encoded)
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
    /// One batch for each command that the entries belong to.
    fileprivate static func copies(
        of entries: [[UInt8]], on frontier: inout Frontier
    ) throws(MalformedEntry) -> [SealedBatch] {
        var batches: [SealedBatch] = []
        for bytes in entries {
            let entry = try Entry(decoding: bytes.rawSpan)
            let before = frontier
            frontier.append(Hash.leaf(bytes.rawSpan))
            let after = Head(frontier: frontier, recordedAt: entry.recordedAt)
            if let last = batches.last, last.commandID == entry.commandID {
                batches[batches.count - 1] = SealedBatch(
                    commandID: last.commandID, before: last.before, after: after,
                    entries: last.entries + [bytes])
            } else {
                batches.append(
                    SealedBatch(
                        commandID: entry.commandID, before: before, after: after,
                        entries: [bytes]))
            }
        }
        return batches
    }
}
