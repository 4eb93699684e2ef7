import CLMDB
import Glibc

/// How much of a data file is in use, and which readers keep what is not.
package struct Occupancy: Sendable {
    package struct Reader: Hashable, Sendable {
        package let processID: Int32
        /// The commit whose state it sees.
        package let transaction: UInt64
    }

    package let pageCount: Int
    package let pageBytes: Int
    /// Pages that later commits will use again.
    package let freePageCount: Int
    /// Those of the free pages that no commit may use before the oldest of the readers has ended.
    package let heldPageCount: Int
    /// Which other processes read now, the oldest first; nil where this one may not see the lock file.
    package let readers: [Reader]?
}

extension Environment {
    /// How the data file is used now.
    /// - Throws: `isInvalid` where the free list is damaged.
    package func occupancy() throws(LMDBError) -> Occupancy { try file.occupancy() }
}

extension MappedFile {
    fileprivate func occupancy() throws(LMDBError) -> Occupancy {
        let transaction = try ReadTransaction(file: self)
        let readers = try readers()
        let meta = try dataFile.metas().newest
        let free = try FreeList(of: meta, in: dataFile)
        _ = consume transaction
        let oldest = readers?.first?.transaction ?? .max
        return Occupancy(
            pageCount: Int(meta.lastPage.index) + 1, pageBytes: meta.pageByteCount,
            freePageCount: free.pages.count,
            heldPageCount: free.records.filter { $0.freedBy >= oldest }.map(\.count).reduce(0, +),
            readers: readers)
    }

    /// Those of LMDB's reader slots that are in use, by the lines of `mdb_reader_list`: process,
    /// thread, and the transaction, or `-` in a slot that waits for the next.
    private func readers() throws(LMDBError) -> [Occupancy.Reader]? {
        guard hasLockFile else { return nil }
        var lines: [String] = []
        let code = unsafe withUnsafeMutablePointer(to: &lines) { lines in
            unsafe mdb_reader_list(
                handle,
                { line, lines in
                    if let line = unsafe line {
                        unsafe lines?.assumingMemoryBound(to: [String].self).pointee
                            .append(String(cString: line))
                    }
                    return 0
                }, lines)
        }
        // The number of calls, or below 0 what the callback gave.
        guard code >= 0 else { throw error(code, "list the readers") }
        return lines.compactMap { line in
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count == 3, let process = Int32(words[0]), process != getpid(),
                let transaction = UInt64(words[2])
            else { return nil }
            return Occupancy.Reader(processID: process, transaction: transaction)
        }.sorted { $0.transaction < $1.transaction }
    }
}
