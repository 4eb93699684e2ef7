import Foundation
import LMDB
import TestSupport
import Testing

@Suite("Damaged and failing storage")
struct DamageTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test(
        "A data file that is not LMDB's is a typed error",
        arguments: [1, 16, 4_095, 4_096, 8_192, 100_000], [Environment.Access.readOnly, .readWrite])
    func garbage(length: Int, access: Environment.Access) throws {
        var generator = SeededGenerator(seed: UInt64(length))
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try Data(bytes).write(to: URL(filePath: directory.dataFile))
        let error = #expect(throws: LMDBError.self) { try directory.open(access) }
        #expect(error?.isInvalid == true)
        #expect(try Data(contentsOf: URL(filePath: directory.dataFile)) == Data(bytes))
    }

    @Test("A file that LMDB was cut off in while it began it is begun anew, by who may create one")
    func halfMade() throws {
        do { _ = try directory.open() }
        let whole = try TemporaryDirectory()
        _ = try Environment(path: whole.path, access: .create, tables: [])
        let begun = try Data(contentsOf: URL(filePath: whole.dataFile)).prefix(4_096)
        try FileManager.default.removeItem(atPath: directory.path + "/data.sum")
        try begun.write(to: URL(filePath: directory.dataFile))
        #expect(throws: LMDBError.self) { try directory.open(.readWrite) }
        let environment = try directory.open()
        try environment.write { try $0.put(environment.entries, [1], [1]) }
    }

    @Test(
        "A data file that was cut short is refused before it is read",
        arguments: [Environment.Access.readOnly, .readWrite])
    func cutShort(access: Environment.Access) throws {
        do {
            let environment = try directory.open()
            try environment.write { transaction in
                for i in 0..<1_000 { try transaction.put(environment.entries, key(i), key(i)) }
            }
        }
        let file = try FileHandle(forUpdating: URL(filePath: directory.dataFile))
        try file.truncate(atOffset: try file.seekToEnd() - 4_096)
        let error = #expect(throws: LMDBError.self) { try directory.open(access) }
        #expect(error?.isInvalid == true)
    }

    @Test("Transactions that add pages and drop them leave a file that opens", arguments: 1...8)
    func droppedPages(rounds: Int) throws {
        for round in 1...rounds {
            let environment = try directory.open()
            let entries = environment.entries
            try environment.write { transaction in
                let positions = 0..<(500 * round)
                for i in positions { try transaction.append(entries, key(i), key(i)) }
                for i in positions.reversed() { try transaction.delete(entries, key(i).bytes) }
            }
        }
        #expect(throws: Never.self) { try directory.open(.readOnly) }
    }

    @Test("A writer that is killed leaves no trace and no lock")
    func killedWriter() async throws {
        do {
            let environment = try directory.open()
            try environment.write { try $0.put(environment.entries, [1], [1]) }
        }
        let path = directory.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let environment = try Environment(path: path, access: .create, tables: ["entries"])
            try environment.write { transaction in
                for i in 0..<500 { try transaction.put(environment.entries, key(i), key(i)) }
                raise(SIGKILL)
            }
        }
        let environment = try directory.open()
        try environment.write { transaction in
            #expect(try transaction.count(environment.entries) == 1)
            try transaction.put(environment.entries, [2], [2])
        }
        #expect(try environment.read { try $0.count(environment.entries) } == 2)
    }

    @Test("Slots of readers that were killed are used again while the environment stays open")
    func killedReaders() async throws {
        let environment = try directory.open()
        let path = directory.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let environment = try Environment(path: path, access: .readOnly, tables: [])
            try readUntilKilled(environment)
        }
        #expect(try environment.read { try $0.count(environment.entries) } == 0)
    }

    @Test("Nothing continues after a failed commit")
    func failedCommit() async throws {
        do { _ = try directory.open() }
        let path = directory.path
        await #expect(processExitsWith: .success) { [path = path as String] in
            signal(SIGXFSZ, SIG_IGN)
            let environment = try Environment(
                path: path, access: .create, tables: ["entries"])
            limitFiles(to: 32_768)
            func write() throws {
                try environment.write { transaction in
                    for i in 0..<5_000 { try transaction.put(environment.entries, key(i), key(i)) }
                }
            }
            let first = #expect(throws: LMDBError.self) { try write() }
            #expect(first?.isOutOfSpace == true || first?.code == EIO)
            limitFiles(to: .max)
            let second = #expect(throws: LMDBError.self) { try write() }
            #expect(second == first)
            let third = #expect(throws: LMDBError.self) { try environment.read { _ in } }
            #expect(third == first)
        }
        let environment = try directory.open()
        #expect(try environment.read { try $0.count(environment.entries) } == 0)
    }
}

/// Begins transactions until no slot is left, and dies with all of them active.
private func readUntilKilled(_ environment: Environment) throws {
    do {
        try environment.read { _ in try readUntilKilled(environment) }
    } catch let error as LMDBError where error.isReadersFull {
        raise(SIGKILL)
    }
}

/// Sets the size above which this process cannot write to a file.
private func limitFiles(to bytes: rlim_t) {
    var limit = rlimit(rlim_cur: bytes, rlim_max: .max)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}
