package import Coordinates
import Cores
package import EntryLog

/// Records that are looked at on other cores, while those before them are folded on this one.
package final class RecordsAhead: Sendable {
    private let records: Meanwhile<[StoredRecord]>

    package init(_ waiting: [(Position?, [UInt8])], signedByAnyOf signers: Signers) {
        records = Meanwhile {
            concurrentMap(waiting, stripe: 32) { position, bytes in
                StoredRecord(position, bytes, signedByAnyOf: signers)
            }
        }
    }

    /// Waits for them.
    package func finish() -> [StoredRecord] { records.finish() }
}

/// Hands over entries in order. Where there are many, what concerns one alone is worked out on all
/// cores, while those before it are handled.
/// - Parameter signers: those known by now; asked again and again.
/// - Throws: `EntryLogError.damagedEntry` for one that is missing; what `body` throws.
package func forEachRecord(
    in positions: Range<Position>, of log: borrowing LogSnapshot,
    signedByAnyOf signers: @autoclosure () throws -> Signers,
    _ body: (StoredRecord) throws -> Void
) throws {
    let batchCount: UInt64 = 1024
    if positions.upperBound.index - positions.lowerBound.index <= 8 {
        for index in positions.lowerBound.index..<positions.upperBound.index {
            let position = Position(index)
            let bytes = try log.bytes(at: position).withUnsafeBytes { Array($0) }
            try body(StoredRecord(position, bytes, signedByAnyOf: try signers()))
        }
        return
    }
    var next = positions.lowerBound.index
    var ahead: RecordsAhead?
    repeat {
        let ready = ahead
        let end = min(next + batchCount, positions.upperBound.index)
        var waiting: [(Position?, [UInt8])] = []
        for index in next..<end {
            let position = Position(index)
            waiting.append((position, try log.bytes(at: position).withUnsafeBytes { Array($0) }))
        }
        ahead = waiting.isEmpty ? nil : RecordsAhead(waiting, signedByAnyOf: try signers())
        next = end
        for record in ready?.finish() ?? [] { try body(record) }
    } while ahead != nil
}
