import Glibc
import Synchronization

/// This process's sole right to open the environment in one directory, given up in `deinit`.
///
/// lmdb.h: "Do not have open an LMDB database twice in the same process at the same time." The lock
/// file is guarded by `fcntl` locks, which belong to the process: closing the second environment
/// would drop the first one's. The directory is known by device and inode, so that a symbolic link
/// or another spelling of the path does not get round it.
struct DirectoryClaim: ~Copyable, Sendable {
    private struct Identity: Hashable, Sendable {
        let device: UInt64
        let inode: UInt64
    }

    private static let claimed = Mutex<Set<Identity>>([])

    private let identity: Identity

    /// - Throws: `isAlreadyOpen` when this process holds the claim; `isNotFound` and other errors of
    ///   `stat` when `path` leads to no directory.
    init(path: String) throws(LMDBError) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw LMDBError(code: errno, operation: "open", path: path)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw LMDBError(code: ENOTDIR, operation: "open", path: path)
        }
        let identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        guard Self.claimed.withLock({ $0.insert(identity).inserted }) else {
            throw LMDBError(code: EBUSY, operation: "open", path: path)
        }
        self.identity = identity
    }

    deinit {
        _ = Self.claimed.withLock { [identity] in $0.remove(identity) }
    }
}
