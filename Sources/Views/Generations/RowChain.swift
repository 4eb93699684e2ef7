import Coordinates
import EntryLog
import LMDB

// Rows whose keys have gaps are chained: each names the key of the next, and the last one the first's.
// So a row that is not found is known not to be there: the one before it says so. Where rows are
// numbered without gaps, their count says it.

extension Transaction where Self: ~Copyable {
    /// Hands over the record with the last key before another one, or if there is none, with the
    /// last of all: the one that names it, or would.
    func recordBefore<Answer>(
        _ key: UInt64, in table: Table, _ body: (RawSpan, RawSpan) throws -> Answer
    ) throws -> Answer? {
        var cursor = try cursor(table)
        let sought = Position(key).key
        var isPastTheEnd = true
        if try cursor.seek(sought.span.bytes) != nil { isPastTheEnd = false }
        if !isPastTheEnd, let before = try cursor.previous() {
            return try body(before.key, before.value)
        }
        guard let last = try cursor.last() else { return nil }
        return try body(last.key, last.value)
    }

    /// The row before a key, by what it says itself: its key, and the next one's.
    func link(
        before key: UInt64, in table: Table, _ frame: RowFrame
    ) throws -> (key: UInt64, next: UInt64)? {
        try recordBefore(key, in: table) { before, stored in
            guard let before = Position(key: before)?.index else {
                throw ViewsError.damaged("a row of \(frame.name) has a key that is no number")
            }
            return (before, try frame.next(in: stored, at: before))
        }
    }
}

extension WriteTransaction {
    /// Stores rows in a table of chained ones, in the order of their keys.
    mutating func store(
        chained rows: [(key: UInt64, bytes: [UInt8])], in table: Table, _ frame: RowFrame
    ) throws {
        guard try count(table) > 0 else {
            for (index, row) in rows.enumerated() {
                let next = rows[(index + 1) % rows.count].key
                try append(
                    table, key: Position(row.key).key,
                    value: frame.framed(row.bytes, at: row.key, next: next))
            }
            return
        }
        for (key, bytes) in rows {
            let next = try next(of: key, in: table, frame) ?? insert(key, in: table, frame)
            try put(
                table, key: Position(key).key, value: frame.framed(bytes, at: key, next: next))
        }
    }

    /// What a row that is there names as the next.
    private func next(of key: UInt64, in table: Table, _ frame: RowFrame) throws -> UInt64? {
        guard let stored = try get(table, Position(key).key) else { return nil }
        return try frame.next(in: stored, at: key)
    }

    /// Makes the row before a key name it, and gives what that row named.
    private mutating func insert(
        _ key: UInt64, in table: Table, _ frame: RowFrame
    ) throws -> UInt64 {
        let found = try recordBefore(key, in: table) { before, stored in
            guard let before = Position(key: before)?.index else {
                throw ViewsError.damaged("a row of \(frame.name) has a key that is no number")
            }
            let row = try frame.row(in: stored, at: before)
            return (
                key: before, next: try frame.next(in: stored, at: before),
                row: row.withUnsafeBytes { Array($0) }
            )
        }
        guard let found else { return key }
        try put(
            table, key: Position(found.key).key,
            value: frame.framed(found.row, at: found.key, next: key))
        return found.next
    }
}
