import CLMDB
import Glibc

// A data file that was cut short, by a copy that was interrupted, is fatal to a mapped reader: to
// touch a page beyond its end is SIGBUS. So the length is checked before any page is touched.
//
// LMDB itself may leave the file shorter than its page count: a page that was added and dropped
// within one transaction is never written. `extendToEveryPage` fills that gap after each commit,
// so that a short file is a damaged one. Known weakness: when the machine stops between such a
// commit and the filling, a whole file is refused; `truncate --size` to the length in the message
// mends it.

extension MappedFile {
    private struct Length {
        let fileBytes: Int
        /// Of all pages up to the last.
        let pageBytes: Int
        let bytesAPage: Int
        var isShort: Bool { fileBytes < pageBytes }
    }

    /// Throws `MDB_CORRUPTED` when pages are missing at the end of the file.
    ///
    /// Waits a moment first: another process may be between commit and filling.
    func requireEveryPage() throws(LMDBError) {
        var length = try measure()
        for _ in 0..<50 where length.isShort {
            usleep(1_000)
            length = try measure()
        }
        guard !length.isShort else {
            throw dataFile.damage(
                PageDamage(
                    PageNumber(UInt64(length.fileBytes / max(length.bytesAPage, 1))),
                    "the file was cut short, at \(length.fileBytes) of \(length.pageBytes) bytes"))
        }
    }

    /// Makes the file as long as its page count says. Called after a commit, which stands whatever
    /// happens here; hence no error, and the next commit tries again.
    func extendToEveryPage() {
        guard let length = try? measure(), length.isShort else { return }
        // Under the writer's lock no other process adds pages, which `ftruncate` would cut off.
        var transaction: OpaquePointer?
        guard unsafe mdb_txn_begin(handle, nil, 0, &transaction) == MDB_SUCCESS else { return }
        defer { unsafe mdb_txn_abort(transaction) }
        guard let length = try? measure(), length.isShort else { return }
        if ftruncate(descriptor, length.pageBytes) == 0 { fsync(descriptor) }
    }

    var descriptor: Int32 {
        var descriptor: Int32 = -1
        unsafe mdb_env_get_fd(handle, &descriptor)
        return descriptor
    }

    private func measure() throws(LMDBError) -> Length {
        var info = unsafe MDB_envinfo()
        try check(unsafe mdb_env_info(handle, &info), "measure")
        var pages = MDB_stat()
        try check(unsafe mdb_env_stat(handle, &pages), "measure")
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw error(errno, "measure") }
        // The page count of a damaged file may be any number.
        let (pageBytes, overflows) = unsafe info.me_last_pgno.addingReportingOverflow(1)
            .partialValue.multipliedReportingOverflow(by: Int(pages.ms_psize))
        return Length(
            fileBytes: status.st_size, pageBytes: overflows ? .max : pageBytes,
            bytesAPage: Int(pages.ms_psize))
    }
}
