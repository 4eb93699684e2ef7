import Glibc

extension MappedFile {
    /// Whether the file is still the one at its path. Another that is put there, such as a restored
    /// backup, does not change what an open file holds.
    var isInPlace: Bool {
        var (own, there) = (stat(), stat())
        return unsafe fstat(descriptor, &own) == 0 && stat(path + "/data.mdb", &there) == 0
            && own.st_dev == there.st_dev && own.st_ino == there.st_ino
    }

    /// Whether others wait for this process at the same `lock.mdb`; false where it has none.
    var isLockFileInPlace: Bool {
        switch lockFile {
        case .some(let lockFile): lockFile.isInPlace
        case .none: false
        }
    }

    /// Whether transactions have slots in LMDB's lock file, which keep their pages from being reused.
    var hasLockFile: Bool {
        switch lockFile {
        case .some: true
        case .none: false
        }
    }
}
