import Coordinates
import Cores
import EntryLog
import Handlingsplan
import LMDB
import Synchronization
import TransparencyLog

/// The rows of all modules, derived from the entries alone.
///
/// The log is cut up on all cores, stretch by stretch; the pieces are sorted by the row that they
/// belong to; and the rows are written once, in the order of their keys.
struct DerivedRows {
    private let pieces: SortedPieces
    private let gathered: Gathered
    private let judged: Judged

    /// - Throws: `EntryLogError.damagedEntry`, `.damaged`; `LMDBError`.
    init(
        of log: Log, _ judged: Judged, _ progress: @escaping @Sendable (UInt64, UInt64) -> Void
    ) throws {
        let (size, voids) = (judged.size, judged.voids)
        let read = Mutex<UInt64>(1)
        let stretches = try concurrentMap(Self.ranges(of: size), stripe: 1) { range in
            let stretch = Result { try Stretch(range, of: log, passing: voids) }
            read.withLock {
                $0 += range.upperBound.index - range.lowerBound.index
                progress($0, size.count)
            }
            return stretch
        }.map { try $0.get() }
        pieces = try SortedPieces(stretches)
        gathered = Gathered(
            listed: stretches.flatMap(\.gathered.listed),
            corrections: stretches.flatMap(\.gathered.corrections), voids: voids,
            ofLog: stretches.flatMap(\.gathered.ofLog))
        self.judged = judged
    }

    /// Stores all rows, and what they stand for.
    func store(in environment: Environment) throws -> GenerationMeta {
        try storeRows(in: environment)
        return try environment.write { transaction in
            let modules = try transaction.currentModules(in: environment)
            let meta = GenerationMeta(
                frontier: judged.frontier, recordedAt: judged.recordedAt, modules: modules)
            try transaction.store(meta, in: environment)
            return meta
        }
    }

    /// Stores all rows, in many transactions: while some are written, the next are put together.
    private func storeRows(in environment: Environment) throws {
        for (module, kind) in ViewSet.chronicleModules.enumerated() {
            let (table, frame) = (try environment.requiredTable(kind.tableName), RowFrame(kind))
            var batch = try pieces.batch(from: 1, ofModule: module)
            while !batch.rows.isEmpty {
                (_, batch) = try concurrently(
                    { [batch] in try environment.write { try $0.append(batch, to: table, frame) } },
                    { [pieces, batch] in try pieces.batch(from: batch.end, ofModule: module) })
            }
        }
        try environment.write { transaction in
            for module in ViewSet.modules {
                try module.store(gathered, in: &transaction, of: environment)
            }
        }
    }

    /// The entries after the founding one, in stretches: enough of them for all cores to be done at
    /// about the same time.
    private static func ranges(of size: TreeSize) -> [Range<Position>] {
        let length = max(1, min(size.count / 64, 65_536))
        return stride(from: 1, to: size.count, by: Int(length)).map {
            Position($0)..<Position(min($0 + length, size.count))
        }
    }
}

extension SortedPieces {
    /// Some ten megabytes of rows.
    private static let rowsAtATime = 16_384

    /// The next rows of a module, as many as are written at a time; none after the last.
    fileprivate func batch(from first: Int, ofModule module: Int) throws -> RowBatch {
        let end = min(first + Self.rowsAtATime, counts[module] + 1)
        return RowBatch(
            first: first, rows: try rows(first..<max(first, end), ofModule: module))
    }
}

/// Encoded rows with keys that follow each other.
private struct RowBatch: Sendable {
    let first: Int
    let rows: [[UInt8]]

    var end: Int { first + rows.count }
}

extension WriteTransaction {
    fileprivate mutating func append(
        _ batch: RowBatch, to table: Table, _ frame: RowFrame
    ) throws {
        for (offset, row) in batch.rows.enumerated() {
            let key = UInt64(batch.first + offset)
            try append(table, key: Position(key).key, value: frame.framed(row, at: key))
        }
    }
}

extension Projection {
    /// Stores the rows that a rebuild makes of what it gathered, unless they are chronicles.
    fileprivate static func store(
        _ gathered: Gathered, in transaction: inout WriteTransaction, of environment: Environment
    ) throws {
        try rows(of: gathered)?.store(in: &transaction, of: environment)
    }
}
