import Foundation
import LMDB
import TestSupport

/// An environment with a history: pages that were written, replaced and freed, in three tables.
struct AgedFile {
    let directory: TemporaryDirectory
    /// What the tables hold.
    private(set) var expected: [String: [[UInt8]: [UInt8]]] = ["entries": [:], "meta": [:]]
    private var generator: SeededGenerator

    init(seed: UInt64 = 1, commits: Int = 60) throws {
        directory = try TemporaryDirectory()
        generator = SeededGenerator(seed: seed)
        for number in 0..<commits { try commit(number) }
    }

    /// Puts some records, as a process of its own would.
    mutating func commit(_ number: Int) throws {
        let environment = try directory.open(durability: .full)
        var added = expected
        try environment.write { transaction in
            added = expected
            for index in 0..<6 {
                let value = [UInt8](repeating: UInt8(number % 251), count: index == 0 ? 5_000 : 300)
                let place = key(number * 10 + index)
                try transaction.append(environment.entries, place, value)
                added["entries"]![place] = value
            }
            let name = key(Int.random(in: 0..<50, using: &generator))
            let value = [UInt8](repeating: 7, count: number % 3 * 2_000 + 1)
            try transaction.put(environment.meta, name, value)
            added["meta"]![name] = value
        }
        expected = added
    }

    /// The keys that the tables hold, and the values' lengths: which pages they lie in, and not what
    /// is written there.
    func found() throws -> [String: [[UInt8]: Int]] {
        let environment = try directory.open(.readOnly)
        return try environment.read { transaction in
            var found: [String: [[UInt8]: Int]] = [:]
            for table in [environment.entries, environment.meta] {
                var cursor = try transaction.cursor(table)
                var records: [[UInt8]: Int] = [:]
                var pair = try cursor.first()
                while let record = pair {
                    records[record.key.array] = record.value.byteCount
                    pair = try cursor.next()
                }
                found[table.name] = records
            }
            return found
        }
    }

    var lengths: [String: [[UInt8]: Int]] { expected.mapValues { $0.mapValues(\.count) } }

    var bytes: Data {
        get throws { try Data(contentsOf: URL(filePath: directory.dataFile)) }
    }

    func put(_ bytes: Data) throws {
        try bytes.write(to: URL(filePath: directory.dataFile))
    }
}

/// The layout of LMDB's file, as these tests read it: written for them, from mdb.c, and not shared
/// with what is tested.
struct Layout {
    let bytes: Data
    static let pageBytes = 4_096

    func load<Value: FixedWidthInteger>(_ offset: Int, as: Value.Type = Value.self) -> Value {
        (0..<MemoryLayout<Value>.size).reversed().reduce(0) { $0 << 8 | Value(bytes[offset + $1]) }
    }

    /// Where the newest meta page begins.
    var meta: Int {
        load(144, as: UInt64.self) > load(Self.pageBytes + 144, as: UInt64.self)
            ? 0 : Self.pageBytes
    }

    var transaction: UInt64 { load(meta + 144) }
    var freeListPage: Int { Int(load(meta + 80, as: UInt64.self)) }
    var mainPage: Int { Int(load(meta + 128, as: UInt64.self)) }
    var pageCount: Int { Int(load(meta + 136, as: UInt64.self)) + 1 }

    /// The bytes of a page that mean something: its header, the offsets, and the nodes.
    func usedBytes(of page: Int) -> [Int] {
        let start = page * Self.pageBytes
        let (lower, upper) = (load(start + 12, as: UInt16.self), load(start + 14, as: UInt16.self))
        return (0..<Self.pageBytes).filter { $0 < lower || $0 >= upper }.map { start + $0 }
    }
}
