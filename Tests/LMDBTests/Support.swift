import Foundation
import LMDB

/// An empty directory, removed when the test lets go of it.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "lmdb-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var dataFile: String { path + "/data.mdb" }

    var fileNames: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    /// An environment with the tables `entries` and `meta`.
    func open(
        _ access: Environment.Access = .readWrite, mapSizeBytes: Int = 1 << 20,
        durability: Environment.Durability = .none, growthDeadline: Duration = .seconds(5)
    ) throws -> Environment {
        try Environment(
            path: path, access: access, tables: ["entries", "meta"], mapSizeBytes: mapSizeBytes,
            durability: durability, growthDeadline: growthDeadline)
    }
}

extension Environment {
    var entries: Table { table("entries")! }
    var meta: Table { table("meta")! }
}

extension [UInt8] {
    var bytes: RawSpan {
        @_lifetime(borrow self)
        get { unsafe _overrideLifetime(span.bytes, borrowing: self) }
    }
}

extension RawSpan {
    var array: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}

extension Transaction where Self: ~Copyable {
    func value(_ table: Table, _ key: [UInt8]) throws -> [UInt8]? {
        guard let found = try get(table, key.bytes) else { return nil }
        return found.array
    }
}

extension WriteTransaction {
    mutating func put(_ table: Table, _ key: [UInt8], _ value: [UInt8]) throws {
        try put(table, key: key.bytes, value: value.bytes)
    }

    mutating func append(_ table: Table, _ key: [UInt8], _ value: [UInt8]) throws {
        try append(table, key: key.bytes, value: value.bytes)
    }
}

/// The key of a position: big-endian, so that keys sort as positions do.
func key(_ position: Int) -> [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: position >> (8 * $0)) }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same sequence for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Runs `body` in a thread of its own; `join` waits for it to end.
final class Worker: Sendable {
    private let done = DispatchSemaphore(value: 0)

    init(_ body: @escaping @Sendable () throws -> Void) {
        Thread { [done] in
            do { try body() } catch { fatalError("\(error)") }
            done.signal()
        }.start()
    }

    func join() {
        done.wait()
    }
}
