import Coordinates
import Handlingsplan
import LMDB

/// The rows of one projection: those stored in a generation, and over them, in memory, those that
/// later acts have changed, or that are looked at again and again.
package struct Rows<Module: Projection> {
    /// Nil where nothing is stored: then memory holds all.
    private let stored: StoredTable<Module>?
    private(set) var held: [UInt64: Module.Row] = [:]
    /// How many rows there are. With dense numbers, also the highest key.
    private(set) var count: Int

    init(over stored: StoredRows?) throws {
        self.stored = try stored?.table(of: Module.self)
        count = self.stored?.count ?? 0
    }

    package subscript(key: UInt64) -> Module.Row? {
        get throws {
            if let row = held[key] { return row }
            return try stored?.row(key)
        }
    }

    mutating func update(_ key: UInt64, _ body: (inout Module.Row?) throws -> Void) throws {
        var row = try self[key]
        let isNew = row == nil
        // Only one reference may be left, or a row's arrays would be copied with each change.
        held[key] = nil
        try body(&row)
        if isNew, row != nil { count += 1 }
        held[key] = row
    }

    /// All rows, by their keys.
    func all() throws -> [UInt64: Module.Row] {
        guard count > 0 else { return [:] }
        return try (stored?.all() ?? [:]).merging(held) { $1 }
    }

    /// Takes all rows into memory.
    /// - Precondition: their keys are 1 to `count`.
    mutating func hold() throws {
        for key in 1...UInt64(max(1, count)) { held[key] = try self[key] }
    }
}

/// The rows of some projection module.
protocol ModuleRows {
    var count: Int { get }
    mutating func apply(_ recorded: RecordedAct) throws
    mutating func hold() throws
    /// Stores what memory holds.
    func store(in transaction: inout WriteTransaction, of environment: Environment) throws
}

extension Rows: ModuleRows {
    mutating func apply(_ recorded: RecordedAct) throws { try Module.apply(recorded, to: &self) }

    func store(in transaction: inout WriteTransaction, of environment: Environment) throws {
        let held = held.sorted { $0.key < $1.key }.map { (key: $0.key, bytes: $0.value.encoded) }
        try transaction.store(
            held, in: try environment.requiredTable(Module.tableName), RowFrame(Module.self))
    }
}

extension Projection {
    static func rows(over stored: StoredRows?) throws -> any ModuleRows {
        try Rows<Self>(over: stored)
    }
}

extension Rows where Module: StoryProjection {
    /// A row's story, without what only a change of the row needs.
    /// - Parameter known: where given, what was recorded after it may be left out. Nil, too, where
    ///   all of it was.
    func story(_ key: UInt64, recordedBy known: Position? = nil) throws -> Module.Kind? {
        if let row = held[key] { return row.story }
        return try stored?.story(key, recordedBy: known)
    }
}
