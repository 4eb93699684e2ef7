import Coordinates
import Cores
import EntryLog
import Handlingsplan
import LMDB
import Synchronization

/// The rows of all modules, derived from the entries alone.
///
/// The log is cut up on all cores, stretch by stretch; the pieces are sorted by the row that they
/// belong to; and the rows are written once, in the order of their keys.
struct DerivedRows {
    private let pieces: SortedPieces
    private let lists: Rows<ListRows>
    private let successions: Rows<SuccessionRows>
    private let corrections: Rows<CorrectionRows>

    /// - Throws: `EntryLogError.damagedEntry`, `.damaged`; `UnknownEventRecorded`; `LMDBError`.
    init(
        of log: Log, size: TreeSize, _ progress: @escaping @Sendable (UInt64, UInt64) -> Void
    ) throws {
        let read = Mutex<UInt64>(1)
        let stretches = try concurrentMap(Self.ranges(of: size), stripe: 1) { range in
            let stretch = Result { try Stretch(range, of: log) }
            read.withLock {
                $0 += range.upperBound.index - range.lowerBound.index
                progress($0, size.count)
            }
            return stretch
        }.map { try $0.get() }
        pieces = try SortedPieces(stretches)
        lists = try Rows(listing: stretches.flatMap(\.listings))
        var successions = try Rows<SuccessionRows>(over: nil)
        for event in stretches.flatMap(\.successions) {
            try SuccessionRows.apply(event, to: &successions)
        }
        self.successions = successions
        var corrections = try Rows<CorrectionRows>(over: nil)
        for act in stretches.flatMap(\.corrections) {
            try CorrectionRows.apply(act, to: &corrections)
        }
        self.corrections = corrections
    }

    func store(in environment: Environment) throws {
        for (module, kind) in ViewSet.chronicleModules.enumerated() {
            try store(module, in: try environment.requiredTable(kind.tableName), of: environment)
        }
        try environment.write { transaction in
            try transaction.store(lists, in: environment)
            try transaction.store(successions, in: environment)
            try transaction.store(corrections, in: environment)
        }
    }

    /// While some rows are written, the next ones are put together.
    private func store(_ module: Int, in table: Table, of environment: Environment) throws {
        let end = pieces.counts[module] + 1
        var first = 1
        var waiting = try pieces.rows(first..<min(first + Self.rowsAtATime, end), ofModule: module)
        while !waiting.isEmpty {
            let next = first + waiting.count
            let numbers = next..<min(next + Self.rowsAtATime, end)
            let results = concurrentMap([true, false], stripe: 1) {
                [pieces, first, waiting] writes in
                Result {
                    if !writes { return try pieces.rows(numbers, ofModule: module) }
                    try environment.write { transaction in
                        for (offset, row) in waiting.enumerated() {
                            let key = Position(UInt64(first + offset)).key
                            try transaction.append(table, key: key, value: row)
                        }
                    }
                    return []
                }
            }
            first = next
            waiting = try results.flatMap { try $0.get() }
        }
    }

    /// Some ten megabytes of rows.
    private static let rowsAtATime = 16_384

    /// The entries after the founding one, in stretches: enough of them for all cores to be done at
    /// about the same time.
    private static func ranges(of size: TreeSize) -> [Range<Position>] {
        let length = max(1, min(size.count / 64, 65_536))
        return stride(from: 1, to: size.count, by: Int(length)).map {
            Position($0)..<Position(min($0 + length, size.count))
        }
    }
}

extension Rows<ListRows> {
    fileprivate init(listing listings: [ListRows.Listing]) throws {
        try self.init(over: nil)
        for listing in listings.sorted() {
            try update(listing.key) { row in
                if row?.last != listing.action { row = (row ?? []) + [listing.action] }
            }
        }
    }
}
