import Coordinates
import EntryLog
import LMDB

/// How the rows of one table lie in it: each behind what shows that it is this row, as it was stored.
///
///     8 bytes   checksum over the table's name, the key, and all that follows
///     8 bytes   how many bytes the row has
///     8 bytes   where rows are chained: the key of the next one, of the last one the first's
///     n bytes   the row
///
/// All numbers are big-endian. LMDB trusts its file, so a bit that flips there can change a row, put
/// another one in its place, cut it short, or hide it. The first three the frame shows. That a row is
/// hidden, the numbers without gaps show where rows are numbered; elsewhere, the chain does. What it
/// does not show is a page that was in use before, with sound rows of then, where a flipped page
/// number leads: that is found by the audit's walk through the pages, and by every rebuild.
struct RowFrame {
    /// What the rows are called where one is damaged.
    let name: String
    /// Whether each row names the next one, so that a row between two is missed.
    let isChained: Bool
    /// Over the table's name.
    private let start: RowChecksum

    init(_ name: String, tableName: String, isChained: Bool) {
        self.name = name
        self.isChained = isChained
        var start = RowChecksum()
        start.add(Array(tableName.utf8).span.bytes)
        self.start = start
    }

    init(_ module: any Projection.Type) {
        self.init(module.name, tableName: module.tableName, isChained: !module.isNumbered)
    }

    private var headerByteCount: Int { isChained ? 24 : 16 }

    /// What the table holds at a key.
    /// - Parameter next: where rows are chained, the next row's key.
    func framed(_ row: [UInt8], at key: UInt64, next: UInt64? = nil) -> [UInt8] {
        precondition((next != nil) == isChained, "rows are chained, or they are not")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headerByteCount + row.count)
        for word in [checksum(of: row.span.bytes, at: key, next), UInt64(row.count)] {
            bytes += Position(word).key
        }
        if let next { bytes += Position(next).key }
        return bytes + row
    }

    /// The row in what the table holds at a key.
    /// - Throws: `ViewsError.damaged` where it is not the row that was stored there.
    @_lifetime(copy stored)
    func row(in stored: RawSpan, at key: UInt64) throws(ViewsError) -> RawSpan {
        _ = try next(in: stored, at: key)
        return stored.extracting(droppingFirst: headerByteCount)
    }

    /// The key of the next row, in what a table of chained rows holds at a key; else 0.
    /// - Throws: `ViewsError.damaged` as `row(in:at:)`.
    func next(in stored: RawSpan, at key: UInt64) throws(ViewsError) -> UInt64 {
        let damaged = ViewsError.damaged("row \(key) of \(name) is not as it was stored")
        // A count that is wrong may be of bytes that are not there: it is compared before they are read.
        guard stored.byteCount >= headerByteCount,
            stored.word(at: 8) == UInt64(stored.byteCount - headerByteCount)
        else { throw damaged }
        let next = isChained ? stored.word(at: 16) : nil
        let row = stored.extracting(droppingFirst: headerByteCount)
        guard stored.word(at: 0) == checksum(of: row, at: key, next) else { throw damaged }
        return next ?? 0
    }

    private func checksum(of row: RawSpan, at key: UInt64, _ next: UInt64?) -> UInt64 {
        var sum = start
        sum.add(key)
        if let next { sum.add(next) }
        sum.add(row)
        return sum.value
    }
}

extension RawSpan {
    fileprivate func word(at offset: Int) -> UInt64 {
        UInt64(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
