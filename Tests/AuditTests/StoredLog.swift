import CBOR
import Coordinates
import LMDB
import LedgerSupport
import TransparencyLog

@testable import EntryLog

/// The stored bytes of a closed ledger, to be changed as somebody could who owns the disk.
struct StoredLog {
    private let environment: Environment

    init(_ ledger: TestLedger) throws {
        ledger.close()
        environment = try Environment(
            path: ledger.logPath, access: .create, tables: LogTables.names, durability: .none)
    }

    func bytes(_ table: LogTable, _ key: [UInt8]) throws -> [UInt8] {
        let found = try self.table(table)
        return try environment.read { transaction in
            guard let bytes = try transaction.get(found, key) else {
                throw NothingStored(table: table, key: key)
            }
            return Array(copying: bytes)
        }
    }

    /// Nil deletes.
    func set(_ table: LogTable, _ key: [UInt8], to bytes: [UInt8]?) throws {
        let table = try self.table(table)
        try environment.write { transaction in
            if let bytes {
                try transaction.put(table, key: key, value: bytes)
            } else {
                let key = key.rawSpan
                try transaction.delete(table, key)
            }
        }
    }

    private func table(_ table: LogTable) throws -> Table {
        guard let found = environment.table(table.rawValue) else {
            throw NothingStored(table: table, key: [])
        }
        return found
    }
}

enum LogTable: String {
    case entries, tiles, commands, meta
}

struct NothingStored: Error {
    let table: LogTable
    let key: [UInt8]
}

// MARK: What attackers do

extension StoredLog {
    func entry(_ position: UInt64) throws -> [UInt8] { try bytes(.entries, position.key) }

    func setEntry(_ position: UInt64, to bytes: [UInt8]?) throws {
        try set(.entries, position.key, to: bytes)
    }

    /// Flips the bits of one byte of an entry; a negative offset counts from the end.
    func flip(_ offset: Int, of position: UInt64) throws {
        var bytes = try entry(position)
        bytes[offset < 0 ? bytes.count + offset : offset] ^= 0xff
        try setEntry(position, to: bytes)
    }

    /// Flips one byte of the first place where an entry holds these bytes.
    func flip(_ part: [UInt8], of position: UInt64) throws {
        let bytes = try entry(position)
        let starts = 0...(bytes.count - part.count)
        guard let start = starts.first(where: { bytes[$0...].starts(with: part) }) else {
            throw NothingStored(table: .entries, key: part)
        }
        try flip(start, of: position)
    }

    /// The entry anew, with other content, another signer, or both.
    func signAgain(
        _ position: UInt64, content: [UInt8]? = nil, by key: SigningKey
    ) throws -> [UInt8] {
        let bytes = try entry(position)
        let entry = try Entry(decoding: bytes.rawSpan)
        let fields = PayloadFields(
            position: entry.position, seal: entry.seal, recordedAt: entry.recordedAt,
            commandID: entry.commandID, founding: entry.founding)
        return try encodeEntry(
            fields, content: content ?? Array(copying: entry.content), signedBy: key)
    }

    /// The entry as it is, under its signer's name, but with somebody else's signature.
    func forge(_ position: UInt64, by key: SigningKey) throws -> [UInt8] {
        let bytes = try entry(position)
        let entry = try Entry(decoding: bytes.rawSpan)
        let message = signatureStructure(
            protectedHeader: entry.protectedHeader, payload: entry.payload)
        return try bytes.dropLast(COSE.signatureByteCount) + key.signature(over: message)
    }

    func commandID(_ position: UInt64) throws -> CommandID {
        let bytes = try entry(position)
        let entry = try Entry(decoding: bytes.rawSpan)
        return entry.commandID
    }

    /// The head that a log of the first entries has.
    func head(of size: UInt64) throws -> Head {
        var frontier = Frontier()
        for position in 0..<size {
            let bytes = try entry(position)
            frontier.append(Hash.leaf(bytes.rawSpan))
        }
        let bytes = try entry(size - 1)
        let last = try Entry(decoding: bytes.rawSpan)
        return Head(frontier: frontier, recordedAt: last.recordedAt)
    }

    func setHead(_ head: Head) throws { try set(.meta, MetaKey.head, to: head.encoded) }

    func setRecord(of command: CommandID, to positions: Range<UInt64>?) throws {
        let record = positions.map {
            CommandRecord(first: Position($0.lowerBound), count: UInt64($0.count))
        }
        try set(.commands, command.key, to: record?.encoded)
    }
}
