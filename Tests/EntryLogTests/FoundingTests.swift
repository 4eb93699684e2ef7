import CBOR
import Coordinates
import EntryLog
import Foundation
import LMDB
import LogSupport
import TestSupport
import Testing
import TransparencyLog

@Suite struct FoundingTests {
    @Test("Entry 0 says what was asked for", arguments: [false, true])
    func foundingEntry(isRehearsal: Bool) throws {
        try withLog(isRehearsal: isRehearsal) { bench in
            let asked = Founding.example(isRehearsal: isRehearsal)
            for access in [Log.Access.readWrite, .readOnly] {
                try bench.reopen(access)
                #expect(bench.log.founding == asked)
                let entry = try bench.entry(0)
                #expect(entry.founding == asked)
                #expect(entry.seal == .emptyTree)
                #expect(entry.recordedAt == .founded)
                #expect(entry.commandID == "founding")
                #expect(entry.content.isEmpty)
            }
        }
    }

    @Test("A log is known by the leaf hash of entry 0, which is also its first root")
    func identity() throws {
        try withLog { bench in
            let first = leaf(try bench.storedEntry(0))
            #expect(bench.log.id == first)
            #expect(try bench.head.root == first)
            try bench.append([UInt64(1).encoded])
            try bench.reopen()
            #expect(bench.log.id == first)
        }
    }

    @Test("A log is founded once")
    func foundedTwice() throws {
        try withLog { bench in
            let before = try bench.head
            bench.close()
            #expect(throws: EntryLogError.alreadyFounded(path: bench.directory.path)) {
                try found(.example(name: "Another"), in: bench.directory)
            }
            try bench.reopen()
            #expect(try bench.head == before)
        }
    }

    @Test("A copy begins with a founding entry, or not at all")
    func copy() throws {
        try withLog { bench in
            try bench.append([UInt64(1).encoded])
            let directory = try TemporaryDirectory()
            #expect(throws: MalformedEntry.self) {
                try Log.beginCopy(at: directory.path, of: bench.storedEntry(1))
            }
            let copy = try Log.beginCopy(at: directory.path, of: bench.storedEntry(0))
            #expect(copy.id == bench.log.id)
        }
    }

    @Test("A founding that was refused leaves no ledger, and can be tried again")
    func refusedFounding() throws {
        let directory = try TemporaryDirectory()
        #expect(throws: EntryLogError.self) {
            try found(.example(name: String(repeating: "Å", count: 40_000)), in: directory)
        }
        #expect(throws: EntryLogError.notALedger(path: directory.path)) {
            try Log.open(at: directory.path, .readOnly)
        }
        let log = try found(.example(), in: directory)
        try log.read { try verify($0) }
    }
}

@Suite struct OpeningTests {
    @Test(
        "A directory that is missing or empty is not a ledger, and stays so",
        arguments: ["", "/missing"], [Log.Access.readOnly, .readWrite])
    func nothingThere(folder: String, access: Log.Access) throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + folder
        #expect(throws: EntryLogError.notALedger(path: path)) {
            try Log.open(at: path, access)
        }
        #expect(try directory.fileNames.isEmpty)
    }

    @Test(
        "An LMDB environment that nobody founded is not a ledger",
        arguments: [[], LogTables.names], [Log.Access.readOnly, .readWrite])
    func otherEnvironment(tables: [String], access: Log.Access) throws {
        let directory = try TemporaryDirectory()
        _ = try Environment(path: directory.path, access: .create, tables: tables)
        #expect(throws: EntryLogError.notALedger(path: directory.path)) {
            try Log.open(at: directory.path, access)
        }
    }

    @Test(
        "A log that lacks a table is damaged, and none is made",
        arguments: [["entries", "meta"], ["bommands", "entries", "meta", "tiles"]],
        [Log.Access.readOnly, .readWrite])
    func lackingTable(tables: [String], access: Log.Access) throws {
        let directory = try TemporaryDirectory()
        _ = try Environment(path: directory.path, access: .create, tables: tables)
        for _ in 1...2 {
            let error = #expect(throws: EntryLogError.self) {
                try Log.open(at: directory.path, access)
            }
            guard case .damaged = error else {
                Issue.record("\(String(describing: error)) is no damage")
                return
            }
        }
    }

    @Test("A log whose data file is gone is damaged, not absent")
    func goneFile() throws {
        let bench = try LogBench()
        bench.close()
        try FileManager.default.removeItem(atPath: bench.directory.path + "/data.mdb")
        let error = #expect(throws: EntryLogError.self) {
            try Log.open(at: bench.directory.path, .readOnly)
        }
        #expect(error != .notALedger(path: bench.directory.path))
    }

    @Test("A format newer than this program's is refused", arguments: [2, 24, .max] as [UInt64])
    func newerFormat(_ format: UInt64) throws {
        let bench = try LogBench()
        try bench.change("meta") {
            try $0.put($1, key: Array("format".utf8), value: format.encoded)
        }
        #expect(throws: EntryLogError.newerFormat(found: format, supported: 1)) {
            try bench.reopen(.readOnly)
        }
    }
}

@discardableResult
private func found(_ founding: Founding, in directory: TemporaryDirectory) throws -> Log {
    try Log.found(
        at: directory.path, founding, commandID: "founding", recordedAt: .founded,
        signedBy: SigningKey.founder)
}
