import CBOR
package import Coordinates
import Glibc
import LMDB
package import TransparencyLog

/// Signed, sealed entries at gapless positions, in one LMDB environment.
///
/// What an entry's content means is not known here. Each append is one durable commit; several
/// processes may append at once, and each position is taken once.
package final class Log: Sendable {
    package let founding: Founding
    /// The leaf hash of entry 0: what tells this ledger from every other.
    package let id: Hash
    let environment: Environment
    let tables: LogTables

    init(_ environment: Environment, path: String) throws {
        let transaction = try environment.beginRead()
        guard let tables = LogTables(in: environment) else {
            let stored = try transaction.tableCount()
            guard stored == 0 else {
                throw EntryLogError.damaged("it has \(stored) tables, and not those of a log")
            }
            throw EntryLogError.notALedger(path: path)
        }
        guard let format = try transaction.format(tables) else {
            // Founding is one commit: where there is a record without the format, that was lost.
            guard try tables.isEmpty(in: transaction) else {
                throw EntryLogError.damaged("the log's format is missing")
            }
            throw EntryLogError.notALedger(path: path)
        }
        guard format <= LogFormat.newest else {
            throw EntryLogError.newerFormat(found: format, supported: LogFormat.newest)
        }
        let snapshot = try LogSnapshot(transaction, tables)
        let found = try snapshot.entry(at: Position(0)) { $0.founding }
        guard let found else {
            throw EntryLogError.damagedEntry(Position(0), "it does not found a ledger")
        }
        founding = found
        id = Hash.leaf(try snapshot.bytes(at: Position(0)))
        self.environment = environment
        self.tables = tables
    }
}

// MARK: Opening

extension Log {
    package enum Access: Sendable {
        case readOnly
        case readWrite
    }

    /// Opens the log in a directory.
    /// - Throws: `EntryLogError.notALedger` where nothing was ever founded, `.newerFormat`,
    ///   `.damaged`; `LMDBError`.
    package static func open(at path: String, _ access: Access) throws -> Log {
        try reportingAbsence(at: path) {
            let environment = try Environment(
                path: path, access: access == .readOnly ? .readOnly : .readWrite,
                tables: LogTables.names)
            return try Log(environment, path: path)
        }
    }

    /// What is not there was never founded, or is gone.
    static func reportingAbsence<Result>(
        at path: String, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let error as LMDBError where error.isNotFound {
            guard !Environment.wasWritten(at: path) else {
                throw EntryLogError.damaged("data.mdb is missing or empty in \(path)")
            }
            throw EntryLogError.notALedger(path: path)
        }
    }

    /// Founds a log in an existing directory: entry 0, durable on return.
    /// - Throws: `EntryLogError.alreadyFounded`; `LMDBError`.
    package static func found(
        at path: String, _ founding: Founding, commandID: CommandID, recordedAt: Timestamp,
        signedBy key: some Signer
    ) throws -> Log {
        precondition(founding.founder == key.publicKey, "the founder signs the founding entry")
        let environment = try Environment(
            path: path, access: .create, tables: LogTables.names)
        guard let tables = LogTables(in: environment) else {
            preconditionFailure("an environment that is created has its tables")
        }
        let batch = try SealedBatch(
            founding, commandID: commandID, recordedAt: recordedAt, signedBy: key)
        try environment.write { transaction in
            guard try transaction.format(tables) == nil else {
                throw EntryLogError.alreadyFounded(path: path)
            }
            try batch.store(in: &transaction, tables)
            try transaction.put(
                tables.meta, key: MetaKey.format, value: LogFormat.first.encoded)
        }
        return try Log(environment, path: path)
    }
}

// MARK: Reading and appending

extension Log {
    /// Runs `body` on the log as it is now. Again where writers were quicker than a reader who may not
    /// hold them back: it must change nothing that a repetition would change twice.
    package func read<Result>(_ body: (borrowing LogSnapshot) throws -> Result) throws -> Result {
        for _ in 0..<5 {
            let snapshot = try LogSnapshot(try environment.beginRead(), tables)
            do {
                let result = try body(snapshot)
                if !snapshot.transaction.isOvertaken { return result }
            } catch {
                // What was read of pages that had been reused proves nothing.
                guard snapshot.transaction.isOvertaken else { throw error }
            }
        }
        throw EntryLogError.overtaken
    }

    /// Whether this is still the log in its directory, and not one that was moved away or replaced.
    package var isInPlace: Bool { environment.isInPlace }

    /// The recorded time that entries on this head get.
    /// - Parameters:
    ///   - head: what is recorded; its time is that of the last entry that counts.
    ///   - seen: when the ledger was last seen to, if not by an entry.
    /// - Throws: as `RecordingTime.admitted`.
    package func admit(
        _ time: RecordingTime, on head: Head, seen: () -> Timestamp? = { nil }
    ) throws(EntryLogError) -> Timestamp {
        try time.admitted(
            after: head.recordedAt, isRehearsal: founding.isRehearsal, seen: seen)
    }

    /// Appends a command's entries: all of them, durable on return, or none.
    ///
    /// A command id that has been recorded before gets its first receipt, and nothing is written.
    /// Whether its signer may record it, those know who know what entries mean.
    /// - Throws: `EntryLogError.conflict` where the batch was sealed on another head than the
    ///   log's: read that, decide and seal again. `LMDBError`.
    package func append(_ batch: SealedBatch) throws -> Receipt {
        let stored = try environment.write { try $0.append(batch, tables) }
        if stored { return batch.receipt }
        guard let id = batch.commandID, let first = try read({ try $0.receipt(of: id) }) else {
            throw EntryLogError.damaged("the record of a command has vanished")
        }
        return first
    }

    /// Appends the entries of several new commands in one durable commit: all of them, or none.
    /// - Precondition: none of the command ids has been recorded.
    /// - Throws: `EntryLogError.conflict` where a batch was sealed on another head than the log's,
    ///   with the batches before it; `LMDBError`.
    package func append(_ batches: [SealedBatch]) throws {
        try environment.write { transaction in
            for batch in batches {
                let stored = try transaction.append(batch, tables)
                precondition(stored, "none of the commands has been recorded before")
            }
        }
    }
}

extension WriteTransaction {
    /// False for a command that has been recorded before; then nothing is written.
    fileprivate mutating func append(_ batch: SealedBatch, _ tables: LogTables) throws -> Bool {
        if let id = batch.commandID, try record(of: id, tables) != nil { return false }
        let head = try head(tables)
        guard head.frontier == batch.stored else {
            throw EntryLogError.conflict(expected: batch.before.size.end, actual: head.size.end)
        }
        try batch.store(in: &self, tables)
        return true
    }
}
