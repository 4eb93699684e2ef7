import Glibc

/// A data file, read with `pread`: a bad sector or a page beyond its end is an error here, where a
/// map would stop the process.
struct DataFile: Sendable {
    /// Borrowed from LMDB's environment or from whoever opened the file.
    let descriptor: Int32
    /// The environment's directory, for errors.
    let path: String

    /// A page of a tree, its layout checked.
    /// - Throws: `LMDBError` with the page's damage, or an `errno` where it cannot be read.
    func page(
        _ number: PageNumber, in meta: MetaPage, of table: String
    ) throws(LMDBError) -> Page {
        guard meta.contains(number) else {
            throw damage(PageDamage(number, of: table, "there is no such page"))
        }
        let bytes = try read(meta.pageByteCount, at: number)
        do throws(PageDamage) {
            return try Page(number, bytes)
        } catch {
            throw damage(error.of(table))
        }
    }

    /// What a leaf of a table holds at a node.
    func value(
        of node: Int, _ page: Page, _ table: String
    ) throws(LMDBError) -> Page.Value {
        do throws(PageDamage) {
            return try page.value(of: node)
        } catch {
            throw damage(error.of(table))
        }
    }

    /// The bytes of the value that begins on an overflow page, once its run of pages is checked.
    func overflow(
        _ first: PageNumber, byteCount: Int, in meta: MetaPage, of table: String
    ) throws(LMDBError) -> [UInt8] {
        let pages = try overflowPages(first, byteCount: byteCount, in: meta, of: table)
        var bytes = Array(try page(first, in: meta, of: table).bytes[Page.headerByteCount...])
        for index in 1..<max(pages, 1) {
            bytes += try read(meta.pageByteCount, at: first.advanced(by: index))
        }
        return Array(bytes[..<byteCount])
    }

    /// How many pages a value's run has, once its header is checked.
    func overflowPages(
        _ first: PageNumber, byteCount: Int, in meta: MetaPage, of table: String
    ) throws(LMDBError) -> Int {
        let size = meta.pageByteCount
        let needed = (Page.headerByteCount + byteCount + size - 1) / size
        let kind = try page(first, in: meta, of: table).kind
        guard kind == .overflow(pages: needed), meta.contains(first.advanced(by: needed - 1))
        else {
            throw damage(
                PageDamage(first, of: table, "it is no run of \(needed) pages for a value"))
        }
        return needed
    }

    /// - Throws: with `MDB_CORRUPTED` where the file ends before the page does.
    private func read(_ size: Int, at number: PageNumber) throws(LMDBError) -> [UInt8] {
        let bytes = try read(size, at: Int(number.index) * size)
        guard bytes.count == size else {
            throw damage(PageDamage(number, "the file ends before it does"))
        }
        return bytes
    }

    /// The bytes from an offset on; fewer at the file's end.
    func read(_ count: Int, at offset: Int) throws(LMDBError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = unsafe pread(
                    descriptor, buffer.baseAddress! + filled, count - filled, offset + filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { return }
                filled += got
            }
        }
        guard failure == 0 else {
            throw LMDBError(code: failure, operation: "read data.mdb", path: path)
        }
        return bytes
    }

    func damage(_ damage: PageDamage) -> LMDBError {
        LMDBError(damage, operation: "use data.mdb", path: path)
    }
}
