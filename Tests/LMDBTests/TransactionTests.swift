import Foundation
import LMDB
import TestSupport
import Testing

@Suite("Transactions")
struct TransactionTests {
    struct Refusal: Error {}

    let directory: TemporaryDirectory
    let environment: Environment

    init() throws {
        directory = try TemporaryDirectory()
        environment = try directory.open()
    }

    private var entries: Table { environment.entries }

    @Test("Put, get, delete, count and clear agree")
    func basics() throws {
        let one: [UInt8] = [1]
        try environment.write { transaction in
            try transaction.put(entries, [1], [10])
            try transaction.put(entries, [1], [11])
            try transaction.put(entries, [2], [])
            try transaction.put(environment.meta, [1], [99])
            #expect(try transaction.value(entries, [1]) == [11])
            #expect(try transaction.value(entries, [2]) == [])
            #expect(try transaction.value(entries, [3]) == nil)
            #expect(try transaction.count(entries) == 2)
            #expect(try transaction.delete(entries, one.bytes))
            #expect(try !transaction.delete(entries, one.bytes))
            try transaction.clear(entries)
            #expect(try transaction.count(entries) == 0)
        }
        #expect(try environment.read { try $0.value(environment.meta, [1]) } == [99])
    }

    @Test("Nothing remains of a body that throws")
    func abort() throws {
        #expect(throws: Refusal.self) {
            try environment.write { transaction in
                try transaction.put(entries, [1], [1])
                throw Refusal()
            }
        }
        #expect(try environment.read { try $0.count(entries) } == 0)
    }

    @Test("A snapshot does not see later commits")
    func isolation() throws {
        try environment.write { try $0.put(entries, [1], [1]) }
        let snapshot = try environment.beginRead()
        try environment.write { transaction in
            try transaction.put(entries, [1], [2])
            try transaction.put(entries, [2], [2])
        }
        #expect(try snapshot.value(entries, [1]) == [1])
        #expect(try snapshot.count(entries) == 1)
        #expect(try environment.read { try $0.value(entries, [1]) } == [2])
    }

    @Test("Threads that count up one record lose no count", arguments: [2, 8])
    func concurrentWriters(threads: Int) throws {
        let (environment, entries) = (environment, entries)
        let workers = (0..<threads).map { _ in
            Worker {
                for _ in 0..<200 {
                    try environment.write { transaction in
                        let count = try transaction.value(entries, [0])?.reduce(0) {
                            $0 * 256 + Int($1)
                        }
                        try transaction.put(entries, [0], key((count ?? 0) + 1))
                    }
                    _ = try environment.read { try $0.count(entries) }
                }
            }
        }
        for worker in workers { worker.join() }
        #expect(try environment.read { try $0.value(entries, [0]) } == key(threads * 200))
    }

    @Test(
        "A key is 1 to 511 bytes; another is refused and spoils nothing",
        arguments: [0, 512, 70_000])
    func badKey(length: Int) throws {
        try environment.write { transaction in
            let longest = [UInt8](repeating: 7, count: Environment.maximumKeyBytes)
            try transaction.put(entries, longest, [1])
            let error = #expect(throws: LMDBError.self) {
                try transaction.put(entries, [UInt8](repeating: 7, count: length), [1])
            }
            #expect(error?.isBadSize == true)
        }
        #expect(try environment.read { try $0.count(entries) } == 1)
    }

    @Test("An empty key is refused by get, delete and seek")
    func emptyKey() throws {
        try environment.write { transaction in
            try transaction.put(entries, [1], [1])
            let empty: [UInt8] = []
            #expect(throws: LMDBError.self) { try transaction.value(entries, empty) }
            #expect(throws: LMDBError.self) { try transaction.delete(entries, empty.bytes) }
            #expect(throws: LMDBError.self) {
                var cursor = try transaction.cursor(entries)
                _ = try cursor.seek(empty.bytes)
            }
        }
    }

    @Test("Append refuses a key that does not sort last, and goes on", arguments: [0, 4, 5])
    func appendOutOfOrder(position: Int) throws {
        try environment.write { transaction in
            for i in 1...5 { try transaction.append(entries, key(i), [1]) }
            let error = #expect(throws: LMDBError.self) {
                try transaction.append(entries, key(position), [2])
            }
            #expect(error?.isKeyExists == true)
            try transaction.append(entries, key(6), [1])
        }
        #expect(try environment.read { try $0.count(entries) } == 6)
    }

    @Test("A write within a write stops the process", .timeLimit(.minutes(1)))
    func nestedWrite() async {
        let path = directory.path
        await #expect(processExitsWith: .failure) { [path = path as String] in
            let environment = try Environment(path: path, access: .create, tables: [])
            try environment.write { _ in try environment.write { _ in } }
        }
    }

    @Test("A table of another environment stops the process")
    func foreignTable() async throws {
        let other = try TemporaryDirectory()
        let paths = [directory.path, other.path]
        await #expect(processExitsWith: .failure) { [paths = paths as [String]] in
            let environments = try paths.map {
                try Environment(path: $0, access: .create, tables: ["entries"])
            }
            try environments[0].read { _ = try $0.count(environments[1].entries) }
        }
    }
}
