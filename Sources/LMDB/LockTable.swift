import Files
import Glibc

/// LMDB's `lock.mdb` as we keep it: opened by one process at a time, with room for many readers.
///
/// LMDB's first opener sets the file up: it writes transaction 0 there, reads the data file, and only
/// then writes the transaction that is current. A second opener waits for it, and believes the file
/// when the first one is killed in between; it would then commit on the oldest state. So whoever
/// opens takes this lock first, and keeps it until LMDB has opened: one that dies leaves nobody
/// behind who waits in LMDB, and the next is a first opener again. It is a lock on `lock.mdb`, which
/// a mere reader can't open.
///
/// The file stays open as long as the environment: to close any descriptor of it would drop the
/// `fcntl` locks that LMDB has on it (fcntl(2)), and the next opener would set it up anew.
struct LockTable: ~Copyable, Sendable {
    /// Slots for readers: LMDB gives 126 where nothing else is said.
    static let readers = 1022
    /// The first 64 bytes of a slot's array hold what LMDB keeps of the whole file.
    private static let byteCount = (readers + 2) * 64

    private let descriptor: Int32
    private let path: String
    private let identity: FileIdentity

    /// Opens the file, which is made where there is none, and takes the lock.
    /// - Throws: `LMDBError`: `isPermissionDenied` for who may only read; `isTimedOut`.
    init(in directory: String) throws(LMDBError) {
        let path = directory + "/lock.mdb"
        while true {
            let descriptor = unsafe Glibc.open(
                path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
            guard descriptor >= 0 else {
                throw LMDBError(code: errno, operation: "open lock.mdb", path: directory)
            }
            do throws(LMDBError) {
                try requireRegularFile(descriptor, "open lock.mdb", directory)
                try Self.closeToReaders(descriptor, in: directory)
                try LMDBError.taking(descriptor, of: directory, to: "open")
                guard let identity = FileIdentity(of: descriptor),
                    identity == FileIdentity(at: path)
                else {
                    close(descriptor)
                    continue
                }
                try Self.reserve(descriptor, directory)
                self.identity = identity
            } catch {
                close(descriptor)
                throw error
            }
            self.descriptor = descriptor
            self.path = path
            return
        }
    }

    deinit { close(descriptor) }

    /// Closes a file that was just made to all but those who may write beside it.
    private static func closeToReaders(
        _ descriptor: Int32, in directory: String
    ) throws(LMDBError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_size == 0 else { return }
        do throws(FileFailure) {
            try LockFile.close(descriptor, at: directory + "/lock.mdb")
        } catch {
            throw LMDBError(code: error.errno, operation: "open lock.mdb", path: directory)
        }
    }

    /// Lets others open.
    func release() { AdvisoryLock.release(descriptor) }

    /// Whether the file is still the one at its path. With another one there, others write unseen.
    var isInPlace: Bool { FileIdentity(at: path) == identity }

    /// Writes down which transaction is current, for whoever holds the writers' lock. It stands behind
    /// two words and the readers' mutex (mdb.c: `MDB_txbody`).
    /// - Returns: false where another stands there than `old`, or it cannot be written.
    func setTransaction(_ new: UInt64, insteadOf old: UInt64) -> Bool {
        let (place, size): (off_t, Int) = (48, MemoryLayout<UInt64>.size)
        var (found, new) = (UInt64(0), new)
        return unsafe pread(descriptor, &found, size, place) == size && found == old
            && pwrite(descriptor, &new, size, place) == size
    }

    /// Gives the file its room on the disk before LMDB maps it: to write to a page of a map that a
    /// full disk has no room for is SIGBUS. One that others have mapped keeps its length, since they
    /// would not see the readers in the slots behind.
    private static func reserve(_ descriptor: Int32, _ directory: String) throws(LMDBError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw LMDBError(code: errno, operation: "open lock.mdb", path: directory)
        }
        // LMDB's openers share a lock on the first byte.
        var first = flock(
            l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 1, l_pid: 0)
        guard status.st_size < byteCount, unsafe fcntl(descriptor, F_GETLK, &first) == 0,
            Int32(first.l_type) == F_UNLCK
        else { return }
        let code = posix_fallocate(descriptor, 0, byteCount)
        guard code == 0 else {
            throw LMDBError(code: code, operation: "make room for lock.mdb", path: directory)
        }
    }
}
