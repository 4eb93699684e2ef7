import Foundation
import LMDB
import Synchronization
import TestSupport
import Testing

@Suite("Growth of the map")
struct GrowthTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private static let value = [UInt8](repeating: 0xAB, count: 4_000)

    /// About 4 MB in one transaction. Returns how often the body ran.
    @discardableResult
    private static func fill(_ environment: Environment) throws -> Int {
        var attempts = 0
        try environment.write { transaction in
            attempts += 1
            for i in 0..<1_000 { try transaction.put(environment.entries, key(i), value) }
        }
        return attempts
    }

    @Test("A map of 64 KiB grows to hold megabytes, by repeating the body")
    func grows() throws {
        let environment = try directory.open(mapSizeBytes: 64 << 10)
        #expect(environment.mapSizeBytes == 64 << 10)
        let attempts = try Self.fill(environment)
        #expect(attempts == 7)
        #expect(environment.mapSizeBytes == 4 << 20)
        #expect(try environment.read { try $0.count(environment.entries) } == 1_000)
    }

    @Test("A body that hides the full map is repeated all the same")
    func swallowed() throws {
        struct Wrapped: Error {}
        let environment = try directory.open(mapSizeBytes: 64 << 10)
        try environment.write { transaction in
            for i in 0..<100 {
                try? transaction.put(environment.entries, key(i), Self.value)
            }
        }
        try environment.write { transaction in
            do {
                for i in 100..<500 { try transaction.put(environment.entries, key(i), Self.value) }
            } catch { throw Wrapped() }
        }
        #expect(try environment.read { try $0.count(environment.entries) } == 500)
    }

    @Test("Growth waits for a reader of another thread, whose values stay good")
    func waitsForReader() throws {
        let environment = try directory.open(mapSizeBytes: 64 << 10)
        try environment.write { try $0.put(environment.entries, key(0), [42]) }
        let begun = DispatchSemaphore(value: 0)
        let reader = Worker {
            try environment.read { transaction in
                begun.signal()
                usleep(100_000)
                let found = try transaction.value(environment.entries, key(0))
                #expect(found == [42])
            }
        }
        begun.wait()
        try Self.fill(environment)
        reader.join()
        #expect(try environment.read { try $0.count(environment.entries) } == 1_000)
    }

    @Test("Readers that never pause do not keep the map from growing")
    func busyReaders() throws {
        let environment = try directory.open(mapSizeBytes: 64 << 10)
        let stop = Mutex(false)
        let readers = (0..<4).map { _ in
            Worker { [directory] in
                while !stop.withLock({ $0 }) {
                    try environment.read {
                        _ = try $0.count(environment.entries)
                        usleep(500)
                    }
                }
                withExtendedLifetime(directory) {}
            }
        }
        try Self.fill(environment)
        stop.withLock { $0 = true }
        for reader in readers { reader.join() }
        #expect(environment.mapSizeBytes == 4 << 20)
    }

    @Test("Growth gives up at its deadline with the full map's error, and a later write succeeds")
    func deadline() throws {
        let environment = try directory.open(
            mapSizeBytes: 64 << 10, growthDeadline: .milliseconds(50))
        let reader = try environment.beginRead()
        let error = #expect(throws: LMDBError.self) { try Self.fill(environment) }
        #expect(error?.isMapFull == true)
        #expect(try reader.count(environment.entries) == 0)
        _ = consume reader
        try Self.fill(environment)
    }

    @Test("A map that another process grew is adopted")
    func adopted() async throws {
        let environment = try directory.open(mapSizeBytes: 64 << 10)
        let path = directory.path
        await #expect(processExitsWith: .success) { [path = path as String] in
            let environment = try Environment(
                path: path, access: .create, tables: ["entries"], mapSizeBytes: 16 << 20)
            try Self.fill(environment)
        }
        #expect(try environment.read { try $0.count(environment.entries) } == 1_000)
        #expect(environment.mapSizeBytes == 16 << 20)
    }

    @Test("A table can be added to a file that fills its map")
    func addTable() throws {
        do { try Self.fill(directory.open()) }
        let environment = try Environment(
            path: directory.path, access: .create, tables: ["entries", "later"],
            mapSizeBytes: 4_096)
        #expect(environment.table("later") != nil)
    }
}
