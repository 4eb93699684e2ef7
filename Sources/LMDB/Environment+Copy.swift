import CLMDB
import Glibc

extension Environment {
    /// Writes a copy of the last commit into the existing directory `path`, without the pages that are
    /// free (`MDB_CP_COMPACT`), while others read and write. Durable on return, but for its name.
    ///
    /// The caller has checked the pages: of a lost one LMDB would say that something is incompatible,
    /// and a rotten one it would follow.
    /// - Throws: `isKeyExists` where a data file lies there; `isOutOfSpace`; `isInvalid`.
    package func copy(to path: String) throws(LMDBError) { try file.copy(to: path) }
}

extension MappedFile {
    fileprivate func copy(to directory: String) throws(LMDBError) {
        let place = directory + "/data.mdb"
        let descriptor = unsafe open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw error(errno == EEXIST ? MDB_KEYEXIST : errno, "make \(place)")
        }
        defer { close(descriptor) }
        do throws(LMDBError) {
            // Whatever the umask.
            guard fchmod(descriptor, 0o600) == 0 else { throw error(errno, "make \(place)") }
            try copyUnovertaken(to: descriptor, called: place)
            while fsync(descriptor) != 0 {
                guard errno == EINTR else { throw error(errno, "sync \(place)") }
            }
        } catch {
            _ = unsafe unlink(place)
            throw error
        }
    }

    /// Again where a signal broke off the writing, which LMDB does not go on with, and where writers
    /// were quicker than a reader without a slot, whose snapshot is at the newest here (`isOvertaken`).
    private func copyUnovertaken(to descriptor: Int32, called place: String) throws(LMDBError) {
        for _ in 0..<5 {
            guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
                throw error(errno, "empty \(place)")
            }
            let newest = newestTransaction
            let code = unsafe mdb_env_copyfd2(handle, descriptor, UInt32(MDB_CP_COMPACT))
            if code == EINTR { continue }
            if !hasLockFile, newestTransaction > newest + 1 { continue }
            return try check(code, "copy to \(place)")
        }
        throw error(EAGAIN, "copy to \(place)")
    }
}
