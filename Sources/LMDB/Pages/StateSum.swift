import Glibc

/// Checksums of a committed state, as they are kept beside the data file in `data.sum`:
///
///     magic 8 | transaction 8 | sum of the tables 8 | sum of the free list 8 | sum of these three 8
///
/// in the machine's byte order, as LMDB's own pages; the last tells a record that was written in part.
/// The writer writes it after its commit, in place and without waiting for the disk: one that is behind
/// costs a check, and one that is ahead of the data file says that the file went back.
struct StateSum: Equatable, Sendable {
    let transaction: UInt64
    let tables: UInt64
    let free: UInt64
}

extension StateSum {
    /// "liggsum1", read as big-endian.
    private static let magic: UInt64 = 0x6c69_6767_7375_6d31
    private static let wordCount = 5

    private var words: [UInt64] { [Self.magic, transaction, tables, free, ownSum] }

    private var ownSum: UInt64 {
        var sum = FNV1a()
        sum.add(transaction)
        sum.add(tables)
        sum.add(free)
        return sum.value
    }

    /// What is kept; nil where nothing that can be read is.
    init?(from descriptor: Int32) {
        let size = MemoryLayout<UInt64>.size
        var byteCount = 0
        // Room for a word more, which a record of ours does not have.
        let words = unsafe [UInt64](unsafeUninitializedCapacity: Self.wordCount + 1) {
            buffer, filled in
            byteCount = unsafe pread(descriptor, buffer.baseAddress, buffer.count * size, 0)
            filled = max(0, byteCount) / size
        }
        guard byteCount == Self.wordCount * size, words[0] == Self.magic else { return nil }
        self.init(transaction: words[1], tables: words[2], free: words[3])
        guard ownSum == words[4] else { return nil }
    }

    func write(to descriptor: Int32) {
        // What could not be kept costs the next writer a check, and nothing else.
        _ = unsafe words.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }
}
