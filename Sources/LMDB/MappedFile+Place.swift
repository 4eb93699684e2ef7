extension MappedFile {
    /// Whether the file is still the one at its path. Another that is put there, such as a restored
    /// backup, does not change what an open file holds.
    var isInPlace: Bool {
        guard let own = FileIdentity(of: descriptor) else { return false }
        return FileIdentity(at: path + "/data.mdb") == own
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
