import Glibc

extension Log {
    /// Empties a data file that was cut off before it could hold anything, so that it can be begun
    /// again: LMDB's two meta pages come first, and are written as one. Where that fails, the opening
    /// that follows tells why.
    ///
    /// For those who found a log or begin a copy, and are alone at it.
    package static func clearCutOff(at path: String) {
        let file = path + "/data.mdb"
        var status = stat()
        guard unsafe stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size < 2 * sysconf(Int32(_SC_PAGESIZE))
        else { return }
        _ = unsafe truncate(file, 0)
    }
}
