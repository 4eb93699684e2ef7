import Coordinates
import EntryLog
import LMDB
import LogSupport
import TestSupport
import Testing
import TransparencyLog

/// Damage done to the tables directly is reported, by what it damaged, and nothing crashes.
@Suite struct DamageTests {
    static let malformed: [[UInt8]] = [[], [0xff], Array("no entry".utf8), [0xd2, 0x84, 0x40]]

    @Test("An entry that was removed is damage where it stood")
    func removedEntry() throws {
        try withDamagedLog("entries") {
            try $0.delete($1, Position(3).key.span.bytes)
        } test: { log in
            #expect(throws: EntryLogError.damagedEntry(Position(3), "it is missing")) {
                _ = try log.bytes(at: Position(3))
            }
            #expect(throws: EntryLogError.damagedEntry(Position(3), "it is missing")) {
                try log.root(of: TreeSize(4))
            }
            #expect(throws: Unsound.self) { try verify(log) }
        }
    }

    @Test("Bytes that are no entry are damage at their position", arguments: malformed)
    func malformedEntry(bytes: [UInt8]) throws {
        try withDamagedLog("entries") {
            try $0.put($1, key: Position(3).key, value: bytes)
        } test: { log in
            let error = #expect(throws: EntryLogError.self) {
                try log.entry(at: Position(3)) { _ in }
            }
            #expect(error?.damagedPosition == Position(3))
            #expect(throws: MalformedEntry.self) { try verify(log) }
            #expect(throws: EntryLogError.self) {
                try log.lastPosition(recordedBy: .founded) {
                    try log.entry(at: $0) { $0.recordedAt }
                }
            }
        }
    }

    @Test("An entry that stands elsewhere is damage at that position")
    func misplacedEntry() throws {
        var other: [UInt8] = []
        try withDamagedLog("entries") {
            other = [UInt8](copying: try $0.get($1, Position(2).key)!)
            try $0.put($1, key: Position(3).key, value: other)
        } test: { log in
            let error = EntryLogError.damagedEntry(Position(3), "it says that its position is 2")
            #expect(throws: error) { try log.entry(at: Position(3)) { _ in } }
        }
    }

    @Test("A log whose entry 0 does not found it does not open", arguments: [nil, [], [0xff]])
    func lostFounding(bytes: [UInt8]?) throws {
        let bench = try LogBench()
        try bench.change("entries") { transaction, table in
            if let bytes {
                try transaction.put(table, key: Position(0).key, value: bytes)
            } else {
                try transaction.delete(table, Position(0).key.span.bytes)
            }
        }
        let error = #expect(throws: EntryLogError.self) { try bench.reopen(.readOnly) }
        #expect(error?.damagedPosition == Position(0))
    }

    @Test(
        "A log whose head or format cannot be read does not open",
        arguments: ["head", "format"], malformed + [[0x01, 0x01]])
    func lostHead(key: String, bytes: [UInt8]) throws {
        let bench = try LogBench()
        try bench.change("meta") { try $0.put($1, key: Array(key.utf8), value: bytes) }
        let error = #expect(throws: EntryLogError.self) { try bench.reopen(.readOnly) }
        #expect(error?.isDamage == true)
    }

    @Test("A log without a head does not open")
    func missingHead() throws {
        let bench = try LogBench()
        try bench.change("meta") { try $0.delete($1, Array("head".utf8).span.bytes) }
        #expect(throws: EntryLogError.damaged("the log's head is missing")) {
            try bench.reopen(.readOnly)
        }
    }

    @Test("A command's record that cannot be read stops that command alone")
    func lostCommand() throws {
        let bench = try LogBench()
        try bench.append(contents(0..<1), commandID: "lost")
        try bench.change("commands") { try $0.put($1, key: Array("lost".utf8), value: [0xff]) }
        try bench.reopen()
        let error = #expect(throws: EntryLogError.self) {
            try bench.append(contents(0..<1), commandID: "lost")
        }
        #expect(error?.isDamage == true)
        try bench.append(contents(0..<1), commandID: "another")
    }

    @Test("A command's record beyond the end is damage", arguments: [[2, 9], [9, 1]])
    func recordBeyondTheEnd(record: [UInt8]) throws {
        let bench = try LogBench()
        try bench.append(contents(0..<1), commandID: "lost")
        try bench.change("commands") {
            try $0.put($1, key: Array("lost".utf8), value: [0x82] + record)
        }
        try bench.reopen()
        let error = #expect(throws: EntryLogError.self) {
            try bench.log.read { try $0.receipt(of: "lost") }
        }
        #expect(error?.isDamage == true)
    }

    @Test("A tile of another length is damage", arguments: [0, 8191, 8193])
    func spoiledTile(byteCount: Int) throws {
        let bench = try LogBench()
        try bench.append(contents(0..<256))
        try bench.change("tiles") {
            try $0.put(
                $1, key: [UInt8](repeating: 0, count: 9),
                value: [UInt8](repeating: 0, count: byteCount))
        }
        try bench.reopen()
        let error = #expect(throws: EntryLogError.self) {
            try bench.log.read { try $0.root(of: TreeSize(255)) }
        }
        #expect(error?.isDamage == true)
    }

    /// A log of seven entries, changed, as far as it still opens.
    private func withDamagedLog(
        _ table: String, damage: (inout WriteTransaction, Table) throws -> Void,
        test: (borrowing LogSnapshot) throws -> Void
    ) throws {
        let bench = try LogBench()
        try bench.append(contents(0..<6))
        try bench.change(table, damage)
        try bench.reopen()
        try bench.log.read(test)
    }
}

extension EntryLogError {
    fileprivate var damagedPosition: Position? {
        if case .damagedEntry(let position, _) = self { position } else { nil }
    }

    fileprivate var isDamage: Bool {
        switch self {
        case .damaged, .damagedEntry: true
        default: false
        }
    }
}
