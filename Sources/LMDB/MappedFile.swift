import CLMDB
import Files
import Glibc
import Synchronization

/// One open `data.mdb`: the owner of LMDB's environment handle, and what may not be done to it at
/// the same time.
///
/// LMDB leaves some things to its caller, and all are kept here: one environment open per process
/// and directory (`claim`), one process at a time that opens (`lockFile`), no change of the map's
/// size while a transaction of this process is active (`state`), one writer (`writers`, and among
/// processes `claim`), and that what is read and written is sound (`MappedFile+Soundness`).
/// `MappedFile+Growth` counts and grows.
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
    let claim: DirectoryClaim
    /// Nil where this process may not touch LMDB's lock file, and reads without it.
    let lockFile: LockTable?
    /// The descriptor of `data.sum`, -1 where there is none for us.
    let sums: Int32
    private let durability: Environment.Durability

    init(
        path: String, access: Environment.Access, tableCount: Int, mapSizeBytes: Int,
        durability: Environment.Durability, growthDeadline: Duration
    ) throws(LMDBError) {
        // A C string ends at the first NUL, and would name another directory.
        if path.utf8.contains(0) {
            throw LMDBError(code: EINVAL, operation: "open", path: path)
        }
        let claim = try DirectoryClaim(path: path)
        try Self.requireDataFile(in: path, access)
        let lockFile = try Self.lockFile(in: path, access)
        let handle = try unsafe Self.open(
            path, tableCount: tableCount, mapSizeBytes: mapSizeBytes,
            flags: access.flags | durability.flags
                | (lockFile == nil ? UInt32(MDB_NOLOCK) : 0))
        lockFile?.release()
        self.path = path
        self.growthDeadline = growthDeadline
        self.durability = durability
        unsafe self.handle = unsafe handle
        self.state = Mutex(State(mapSizeBytes: unsafe Self.mapSizeBytes(of: handle)))
        self.claim = claim
        self.lockFile = lockFile
        sums = Self.openSums(in: path, access)
        try requireEveryPage()
    }

    deinit {
        unsafe mdb_env_close(handle)
        if sums >= 0 { close(sums) }
    }

    /// Whether commits are checked, and what they leave is kept: not while a file is filled that
    /// nobody uses yet.
    var isChecked: Bool { durability == .full }

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
        if !isChecked { keepSum() }
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
    /// Refuses what LMDB would wait at, make, or take for a file of its own.
    private static func requireDataFile(
        in path: String, _ access: Environment.Access
    ) throws(LMDBError) {
        let mode = access == .create ? O_RDWR : O_RDONLY
        let descriptor = unsafe Glibc.open(
            path + "/data.mdb", mode | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if access == .create, errno == ENOENT { return try requireNothingCommitted(in: path) }
            throw LMDBError(code: errno, operation: "open data.mdb", path: path)
        }
        defer { close(descriptor) }
        try requireRegularFile(descriptor, "open data.mdb", path)
        let file = DataFile(descriptor: descriptor, path: path)
        if access == .create {
            if try file.isUnwritten() { return try requireNothingCommitted(in: path) }
            if try file.isHalfMade(), ftruncate(descriptor, 0) == 0 { return }
        } else if try file.isUnwritten() {
            throw LMDBError(code: ENOENT, operation: "open data.mdb", path: path)
        }
        _ = try file.metas()
    }

    /// Nothing is begun where a file was that something had been committed to.
    private static func requireNothingCommitted(in path: String) throws(LMDBError) {
        guard Environment.wasWritten(at: path) else { return }
        throw LMDBError(
            PageDamage(PageNumber(0), "the file is gone, and something was committed to it"),
            operation: "open data.mdb", path: path)
    }

    /// Nil for who may only read, and not touch the lock file.
    private static func lockFile(
        in path: String, _ access: Environment.Access
    ) throws(LMDBError) -> LockTable? {
        do throws(LMDBError) {
            return try LockTable(in: path)
        } catch  where access == .readOnly && error.isPermissionDenied {
            return nil
        }
    }

    private static func openSums(in path: String, _ access: Environment.Access) -> Int32 {
        let flags = access == .readOnly ? O_RDONLY : O_RDWR | O_CREAT
        let descriptor = unsafe Glibc.open(
            path + "/data.sum", flags | O_CLOEXEC | O_NONBLOCK, 0o600)
        var status = stat()
        if access != .readOnly, unsafe fstat(descriptor, &status) == 0, status.st_size == 0 {
            try? Audience(in: path).admit(to: descriptor, at: path + "/data.sum")
        }
        return descriptor
    }

    /// Opens LMDB's environment and frees the reader slots of processes that died.
    ///
    /// `MDB_NOTLS` ties a reader to its transaction, not to its thread. Read-ahead stays on: a
    /// projection scans the log from one end to the other.
    private static func open(
        _ path: String, tableCount: Int, mapSizeBytes: Int, flags: UInt32
    ) throws(LMDBError) -> OpaquePointer {
        do throws(LMDBError) {
            return try unsafe attempt(path, tableCount, mapSizeBytes, flags)
        } catch  where error.code == MDB_INVALID {
            // LMDB takes meta pages that it gets half of for those of another file; these have just
            // been read whole.
            return try unsafe attempt(path, tableCount, mapSizeBytes, flags)
        }
    }

    private static func attempt(
        _ path: String, _ tableCount: Int, _ mapSizeBytes: Int, _ flags: UInt32
    ) throws(LMDBError) -> OpaquePointer {
        func check(_ code: Int32) throws(LMDBError) {
            guard code == MDB_SUCCESS else {
                throw LMDBError(code: code, operation: "open", path: path)
            }
        }
        var created: OpaquePointer?
        try check(unsafe mdb_env_create(&created))
        guard let handle = unsafe created else {
            preconditionFailure("mdb_env_create gave no environment")
        }
        do throws(LMDBError) {
            try check(unsafe mdb_env_set_maxdbs(handle, UInt32(max(tableCount, 1))))
            try check(unsafe mdb_env_set_maxreaders(handle, UInt32(LockTable.readers)))
            try check(unsafe mdb_env_set_mapsize(handle, wholePages(mapSizeBytes)))
            try check(unsafe mdb_env_open(handle, path, flags | UInt32(MDB_NOTLS), 0o600))
            if flags & UInt32(MDB_NOLOCK) == 0 { try check(unsafe mdb_reader_check(handle, nil)) }
        } catch {
            unsafe mdb_env_close(handle)
            throw error
        }
        return unsafe handle
    }

    /// `size` rounded up to the system's pages, as `mdb_env_set_mapsize` asks.
    private static func wholePages(_ size: Int) -> Int {
        let page = sysconf(Int32(_SC_PAGESIZE))
        return max(1, (size + page - 1) / page) * page
    }

    /// Makes the names `data.mdb` and `lock.mdb` durable, which LMDB leaves undone: without it a
    /// power cut after the first commits could take the file with it.
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
        case .readWrite, .create: 0
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
