import Glibc

extension DataFile {
    /// The two meta pages.
    struct Metas: Equatable {
        let newest: MetaPage
        /// What was current before it; its pages are not written again before the next commit.
        let previous: MetaPage
    }

    /// The meta pages as they are now.
    ///
    /// Another process may be writing one of them: what does not fit is looked at again for a moment
    /// before it is called damaged.
    /// - Throws: `LMDBError` with the damage: either is no meta page, or one does not follow the other.
    func metas() throws(LMDBError) -> Metas {
        for _ in 0..<20 {
            if let metas = try? readMetas() { return metas }
            usleep(1_000)
        }
        return try readMetas()
    }

    /// Nothing has been written yet: LMDB would begin.
    func isUnwritten() throws(LMDBError) -> Bool { try read(1, at: 0).isEmpty }

    /// LMDB was cut off while it wrote the first two pages, so that nothing can have been committed.
    func isHalfMade() throws(LMDBError) -> Bool {
        guard let first = try? meta(0, at: 0), first.transaction == 0 else { return false }
        return try read(1, at: 2 * first.pageByteCount - 1).isEmpty
    }

    private func readMetas() throws(LMDBError) -> Metas {
        // Both in one read, where pages have the size that LMDB gives them on x86-64.
        let usual = 4096
        let bytes = try read(usual + MetaPage.byteCount, at: 0)
        let first = try meta(0, bytes, at: 0)
        let second =
            first.pageByteCount == usual
            ? try meta(1, bytes, at: usual) : try meta(1, at: first.pageByteCount)
        guard first.pageByteCount == second.pageByteCount else {
            throw damage(
                PageDamage(
                    PageNumber(1), "it says that pages have \(second.pageByteCount) bytes"))
        }
        let (older, newer) =
            first.transaction < second.transaction ? (first, second) : (second, first)
        let isNew = newer.transaction == 0
        guard isNew || newer.transaction - older.transaction == 1 else {
            throw damage(
                PageDamage(
                    PageNumber(newer == first ? 0 : 1),
                    "it is of transaction \(newer.transaction), and the other meta page of "
                        + "\(older.transaction)"))
        }
        return Metas(newest: newer, previous: older)
    }

    func meta(_ number: UInt64, at offset: Int) throws(LMDBError) -> MetaPage {
        try meta(number, try read(MetaPage.byteCount, at: offset), at: 0)
    }

    private func meta(
        _ number: UInt64, _ bytes: [UInt8], at start: Int
    ) throws(LMDBError) -> MetaPage {
        do throws(PageDamage) {
            return try MetaPage(PageNumber(number), bytes, at: start)
        } catch {
            throw damage(error)
        }
    }
}
