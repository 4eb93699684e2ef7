import CLMDB
import Glibc
import Synchronization

/// One open `data.mdb`: the owner of LMDB's environment handle, and what may not be done to it at
/// the same time.
///
/// LMDB leaves three things to its caller, and all are kept here: one environment open per process
/// and directory (`claim`), no change of the map's size while a transaction of this process is
/// active (`state`), and one writer (`writers`). `MappedFile+Growth` counts and grows.
@safe final class MappedFile: Sendable {
    /// Tells the files that this process has opened apart, also those that were closed since.
    struct Serial: Hashable, Sendable {
        private static let last = Atomic<UInt64>(0)
        private let value = Self.last.add(1, ordering: .relaxed).newValue
    }

    struct State {
        /// Transactions that have begun, or are about to, and have not ended.
        var activeTransactions = 0
        /// Threads that wait to change the map's size. Transactions do not begin meanwhile.
        var waitingRemaps = 0
        var mapSizeBytes: Int
        /// The failure after which nothing may go on.
        var failure: LMDBError?
    }

    let path: String
    let serial = Serial()
    let growthDeadline: Duration
    nonisolated(unsafe) let handle: OpaquePointer
    let state: Mutex<State>
    /// Held from before a write transaction begins until it has ended. LMDB's own lock would do for
    /// the writing, but growth happens between two attempts at the same write.
    let writers = Mutex<Void>(())
    private let claim: DirectoryClaim

    init(
        path: String, access: Environment.Access, tableCount: Int, mapSizeBytes: Int,
        durability: Environment.Durability, growthDeadline: Duration
    ) throws(LMDBError) {
        let claim = try DirectoryClaim(path: path)
        let handle = try unsafe Self.open(
            path, tableCount: tableCount, mapSizeBytes: mapSizeBytes,
            flags: access.flags | durability.flags)
        self.path = path
        self.growthDeadline = growthDeadline
        unsafe self.handle = unsafe handle
        self.state = Mutex(State(mapSizeBytes: unsafe Self.mapSizeBytes(of: handle)))
        self.claim = claim
        try requireEveryPage()
    }

    deinit {
        unsafe mdb_env_close(handle)
    }

    /// Makes every commit so far durable, also those made without `fsync`.
    ///
    /// - Throws: any error of `fsync`, after which the file refuses all further work.
    func sync() throws(LMDBError) {
        try refuseAfterFailure()
        do throws(LMDBError) {
            try check(unsafe mdb_env_sync(handle, 1), "sync")
        } catch {
            if !error.isPermissionDenied { fail(error) }
            throw error
        }
    }

    /// Throws unless `code` is success.
    func check(_ code: Int32, _ operation: @autoclosure () -> String) throws(LMDBError) {
        guard code == MDB_SUCCESS else { throw error(code, operation()) }
    }

    func error(_ code: Int32, _ operation: String) -> LMDBError {
        LMDBError(code: code, operation: operation, path: path)
    }

    /// Makes every later transaction throw `failure`. After a failed `fsync` or commit nobody knows
    /// what the disk holds, and a second `fsync` may succeed without having written; only opening
    /// the file anew tells.
    func fail(_ failure: LMDBError) {
        state.withLock { if $0.failure == nil { $0.failure = failure } }
    }

    func refuseAfterFailure() throws(LMDBError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }
}

extension MappedFile {
    /// Opens LMDB's environment and frees the reader slots of processes that died.
    ///
    /// `MDB_NOTLS` ties a reader to its transaction, not to its thread. Read-ahead stays on: a
    /// projection scans the log from one end to the other.
    private static func open(
        _ path: String, tableCount: Int, mapSizeBytes: Int, flags: UInt32
    ) throws(LMDBError) -> OpaquePointer {
        func check(_ code: Int32) throws(LMDBError) {
            guard code == MDB_SUCCESS else {
                throw LMDBError(code: code, operation: "open", path: path)
            }
        }
        // A C string ends at the first NUL, and would name another directory.
        if path.utf8.contains(0) { try check(EINVAL) }

        if flags & UInt32(MDB_RDONLY) == 0 { try check(reserveLockFile(in: path)) }
        var created: OpaquePointer?
        try check(unsafe mdb_env_create(&created))
        guard let handle = unsafe created else {
            preconditionFailure("mdb_env_create gave no environment")
        }
        do throws(LMDBError) {
            try check(unsafe mdb_env_set_maxdbs(handle, UInt32(max(tableCount, 1))))
            try check(unsafe mdb_env_set_mapsize(handle, wholePages(mapSizeBytes)))
            try check(unsafe mdb_env_open(handle, path, flags | UInt32(MDB_NOTLS), 0o600))
            try check(unsafe mdb_reader_check(handle, nil))
        } catch {
            unsafe mdb_env_close(handle)
            throw error
        }
        return unsafe handle
    }

    /// Gives the lock file its room on the disk, for 126 readers, before LMDB maps it: to write to
    /// a page of a map that a full disk has no room for is SIGBUS. Returns an `errno`, or 0.
    private static func reserveLockFile(in path: String) -> Int32 {
        let lockFileBytes = 8192
        let descriptor = unsafe Glibc.open(
            path + "/lock.mdb", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        // One that has its length is left alone: others may have it mapped.
        if lseek(descriptor, 0, SEEK_END) >= lockFileBytes { return 0 }
        return posix_fallocate(descriptor, 0, lockFileBytes)
    }

    /// `size` rounded up to the system's pages, as `mdb_env_set_mapsize` asks.
    private static func wholePages(_ size: Int) -> Int {
        let page = sysconf(Int32(_SC_PAGESIZE))
        return max(1, (size + page - 1) / page) * page
    }

    /// Makes the names `data.mdb` and `lock.mdb` durable, which LMDB leaves undone: without it a
    /// power cut after the first commits could take the file with it.
    /// Makes the names of the files durable.
    func syncDirectory() throws(LMDBError) {
        let directory = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw error(errno, "sync the directory") }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw error(errno, "sync the directory") }
    }
}

extension Environment.Access {
    fileprivate var flags: UInt32 {
        switch self {
        case .readOnly: UInt32(MDB_RDONLY)
        case .readWrite: 0
        }
    }
}

extension Environment.Durability {
    fileprivate var flags: UInt32 {
        switch self {
        case .full: 0
        case .none: UInt32(MDB_NOSYNC)
        }
    }
}
