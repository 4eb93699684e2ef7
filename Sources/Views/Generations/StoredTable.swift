import CBOR
import Coordinates
import EntryLog
import Glibc
import Handlingsplan
import LMDB

/// The rows of one module in a generation. Each is checked when it is read.
struct StoredTable<Module: Projection> {
    /// How many rows there are. With dense numbers, also the highest key.
    let count: Int
    private let generation: StoredRows
    private let table: Table
    private let frame = RowFrame(Module.self)

    init(in generation: StoredRows, _ table: Table, count: Int) {
        self.generation = generation
        self.table = table
        self.count = count
    }

    /// A row; nil where there is none.
    /// - Throws: `ViewsError.damaged` for one that is not what was stored, that speaks of what is
    ///   not there, or that is missing; `LMDBError`.
    func row(_ key: UInt64) throws -> Module.Row? {
        guard let row = try read(key, { try Module.Row(decoding: $0) }) else { return nil }
        try check(row, key)
        return row
    }

    /// A row that can be read may still have been tampered with. What queries lean on is checked.
    fileprivate func check(_ row: Module.Row, _ key: UInt64) throws {
        guard Module.isSound(row, at: key, in: generation.counts) else {
            throw ViewsError.damaged("row \(key) of \(Module.name) speaks of what is not there")
        }
    }

    /// What `decode` makes of a row's bytes; nil where there is none.
    fileprivate func read<Answer>(
        _ key: UInt64, _ decode: (RawSpan) throws -> Answer
    ) throws -> Answer? {
        do {
            let found = try generation.transaction.read(Position(key).key, in: table) {
                try decode(try frame.row(in: $0, at: key))
            }
            if let found { return found }
        } catch let error as CBORError {
            throw ViewsError.damaged("row \(key) of \(Module.name): \(error)")
        } catch is ImpossibleEvent {
            throw ViewsError.damaged("row \(key) of \(Module.name) cannot have come about")
        }
        guard try isAbsent(key) else {
            throw ViewsError.damaged("row \(key) of \(Module.name) is missing")
        }
        return nil
    }

    /// Whether there is to be no row, by what others say.
    private func isAbsent(_ key: UInt64) throws -> Bool {
        if Module.isNumbered { return key == 0 || key > UInt64(count) }
        guard
            let (before, next) = try generation.transaction.link(before: key, in: table, frame)
        else { return count == 0 }
        return before < next ? before < key && key < next : key > before || key < next
    }

    /// Whether a row is there, and exactly these bytes.
    func holds(_ row: RawSpan, _ key: UInt64) throws -> Bool {
        try read(key) { $0.isSame(as: row) } ?? false
    }

    /// A row's bytes; nil where there is none.
    func bytes(_ key: UInt64) throws -> [UInt8]? {
        try read(key) { bytes in bytes.withUnsafeBytes { Array($0) } }
    }

    /// All rows, by their keys.
    /// - Throws: as `row`.
    func all() throws -> [UInt64: Module.Row] {
        var rows: [UInt64: Module.Row] = [:]
        try forEachRow { key, _ in rows[key] = try row(key) }
        return rows
    }

    /// Hands over all rows, in the order of their keys.
    func forEachRow(_ body: (UInt64, RawSpan) throws -> Void) throws {
        try generation.transaction.forEachRecord(in: table) { key, stored in
            guard let key = Position(key: key)?.index else {
                throw ViewsError.damaged("a row of \(Module.name) has a key that is no number")
            }
            try body(key, try frame.row(in: stored, at: key))
        }
    }
}

extension StoredTable where Module: StoryProjection {
    /// A row's story, without what only a change of the row needs.
    /// - Parameter known: where given, what was recorded after it may be left out. Nil, too, where
    ///   all of it was.
    func story(_ key: UInt64, recordedBy known: Position?) throws -> Module.Kind? {
        let story = try read(key) { try Module.Kind.fold($0, recordedBy: known) } ?? nil
        if let story { try check(Chronicle(story: story, items: []), key) }
        return story
    }
}

extension Transaction where Self: ~Copyable {
    fileprivate func forEachRecord(
        in table: Table, _ body: (RawSpan, RawSpan) throws -> Void
    ) throws {
        var cursor = try cursor(table)
        var pair = try cursor.first()
        while let record = pair {
            try body(record.key, record.value)
            pair = try cursor.next()
        }
    }
}

extension RawSpan {
    fileprivate func isSame(as other: RawSpan) -> Bool {
        guard byteCount == other.byteCount else { return false }
        return withUnsafeBytes { mine in
            other.withUnsafeBytes { theirs in
                guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else {
                    return true
                }
                return memcmp(mine, theirs, byteCount) == 0
            }
        }
    }
}
