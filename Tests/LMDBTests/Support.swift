import Foundation
import LMDB
import TestSupport

extension TemporaryDirectory {
    var dataFile: String { path + "/data.mdb" }

    /// An environment with the tables `entries` and `meta`.
    func open(
        _ access: Environment.Access = .create, mapSizeBytes: Int = 1 << 20,
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
