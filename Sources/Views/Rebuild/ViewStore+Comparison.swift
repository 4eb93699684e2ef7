package import Coordinates
package import EntryLog
package import Failures
import LMDB

extension ViewStore {
    /// Derives all rows from a copy of the log, as far as those in use stand, and compares them. Where
    /// they differ, or those in use cannot be read, these are set aside: they are in use no more, and
    /// whoever next writes rows derives them anew. Otherwise nothing is replaced.
    ///
    /// The log that the rows are of is not looked at: whoever compares need not be able to.
    /// - Throws: `RowsOfOtherLog`, `RowsAheadOfCopy`, and nothing is set aside; as `rebuild`.
    package func compare(
        with copy: Log, progress: @escaping @Sendable (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> RebuildReport {
        try folder.afterOtherWriters {
            let old = Result { try rowsInUse(of: copy) }
            if case .failure(let error) = old, !isFault(error) { throw error }
            let readable = try? old.get()
            let judged = try copy.read { try Judged(of: $0, asIn: readable) }
            let rows = try DerivedRows(of: copy, judged, progress)
            var made: RebuildReport?
            try folder.fillForComparison { environment in
                _ = try rows.store(in: environment)
                made = try report(on: environment, against: old)
            }
            guard let made else { preconditionFailure("rows are compared, or an error thrown") }
            if !made.isClean { try folder.setAside() }
            return made
        }
    }

    /// Those in use, if they are of the log that the copy is of.
    private func rowsInUse(of copy: Log) throws -> StoredRows? {
        if let damage = try checkPages()?.damages.first { throw ViewsError.damaged("\(damage)") }
        guard let rows = try storedRows() else { return nil }
        let meta = rows.meta
        try copy.read { log in
            guard meta.size <= log.size else {
                throw RowsAheadOfCopy(rows: meta.size, copy: log.size)
            }
            guard try log.hasRoot(meta.root, of: meta.size) else { throw RowsOfOtherLog() }
        }
        return rows
    }
}

/// The rows say that they are of another log than the one that they are to be compared with.
package struct RowsOfOtherLog: Error, Hashable, Sendable {}

/// The rows have taken in entries that the copy does not have: it is older.
package struct RowsAheadOfCopy: Error, Hashable, Sendable {
    package let rows: TreeSize
    package let copy: TreeSize
}

extension RowsOfOtherLog: Failing {
    package var failureKind: FailureKind { .refused("rows-of-other-log") }
}

extension RowsAheadOfCopy: Failing {
    package var failureKind: FailureKind { .conflict("rows-ahead-of-copy") }
}
