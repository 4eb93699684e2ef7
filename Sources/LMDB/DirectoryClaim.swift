import Files
import Glibc
import Synchronization

/// This process's sole right to open the environment in one directory, given up in `deinit`.
///
/// lmdb.h: "Do not have open an LMDB database twice in the same process at the same time." The lock
/// file is guarded by `fcntl` locks, which belong to the process: closing the second environment
/// would drop the first one's. The directory is known by device and inode, so that a symbolic link
/// or another spelling of the path does not get round it. It is held open meanwhile: the inode of
/// one that was removed could else be given to a new one, which would then seem to be open.
struct DirectoryClaim: ~Copyable, Sendable {
    private static let claimed = Mutex<Set<FileIdentity>>([])

    private let identity: FileIdentity
    private let path: String
    /// Nil of a directory that may be passed through and not listed: it can't be locked.
    private let lockable: Int32?
    private let descriptor: Int32

    /// - Throws: `isAlreadyOpen` when this process holds the claim; `isNotFound` and other errors of
    ///   `open` when `path` leads to no directory.
    init(path: String) throws(LMDBError) {
        var descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        let isLockable = descriptor >= 0
        if descriptor < 0, errno == EACCES {
            // `O_PATH`, which Glibc's module does not show.
            let asPlace: Int32 = 0x20_0000
            descriptor = unsafe Glibc.open(path, asPlace | O_DIRECTORY | O_CLOEXEC)
        }
        guard descriptor >= 0 else {
            throw LMDBError(code: errno, operation: "open", path: path)
        }
        guard let identity = FileIdentity(of: descriptor) else {
            let code = errno
            close(descriptor)
            throw LMDBError(code: code, operation: "open", path: path)
        }
        guard Self.claimed.withLock({ $0.insert(identity).inserted }) else {
            close(descriptor)
            throw LMDBError(code: EBUSY, operation: "open", path: path)
        }
        self.identity = identity
        self.path = path
        self.descriptor = descriptor
        lockable = isLockable ? descriptor : nil
    }

    deinit {
        _ = Self.claimed.withLock { [identity] in $0.remove(identity) }
        close(descriptor)
    }

    /// Runs `body` as the only writer among the processes that ask here, whatever becomes of LMDB's
    /// lock file, and waits for another one as `Patience` says.
    ///
    /// A mere reader of a shared ledger may pass through the directory and not open it, and so can't
    /// keep this lock.
    func withWritersLock<Result>(_ body: () throws -> Result) throws -> Result {
        try takeWritersLock()
        defer { releaseWritersLock() }
        return try body()
    }

    func takeWritersLock() throws(LMDBError) {
        guard let lockable else {
            throw LMDBError(code: EACCES, operation: "write", path: path)
        }
        try LMDBError.taking(lockable, of: path, to: "write")
    }

    func releaseWritersLock() {
        if let lockable { AdvisoryLock.release(lockable) }
    }
}
