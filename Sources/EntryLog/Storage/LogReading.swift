import CBOR
import Coordinates
import LMDB

// Single records of the log, as any transaction reads them.

extension Transaction where Self: ~Copyable {
    /// Nil where nothing has been founded yet.
    func format(_ tables: LogTables) throws -> UInt64? {
        guard let bytes = try get(tables.meta, MetaKey.format) else { return nil }
        do {
            return try UInt64(decoding: bytes)
        } catch {
            throw EntryLogError.damaged("the log's format cannot be read (\(error))")
        }
    }

    func head(_ tables: LogTables) throws -> Head {
        guard let bytes = try get(tables.meta, MetaKey.head) else {
            throw EntryLogError.damaged("the log's head is missing")
        }
        do {
            return try Head(decoding: bytes)
        } catch {
            throw EntryLogError.damaged("the log's head cannot be read (\(error))")
        }
    }

    /// Where the entries of a command stand; nil for one that was never recorded.
    func record(of command: CommandID, _ tables: LogTables) throws -> CommandRecord? {
        guard let bytes = try get(tables.commands, command.key) else { return nil }
        do {
            return try CommandRecord(decoding: bytes)
        } catch {
            throw EntryLogError.damaged(
                "the record of command \(command) cannot be read (\(error))")
        }
    }

    @_lifetime(borrow self)
    func entry(at position: Position, _ tables: LogTables) throws -> RawSpan {
        guard let bytes = try get(tables.entries, position.key) else {
            throw EntryLogError.damagedEntry(position, "it is missing")
        }
        return bytes
    }
}
