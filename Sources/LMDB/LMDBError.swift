import CLMDB
package import Failures
import Files
import Glibc

/// A failure of storage: what was attempted, on which directory, and what LMDB or the system said.
///
/// `code` is one of the `MDB_…` codes of lmdb.h or, when positive, an `errno` of the system. Callers
/// ask the named tests below instead of comparing codes.
package struct LMDBError: Error, Sendable, Equatable, CustomStringConvertible {
    package let code: Int32
    /// What was attempted, as a verb phrase: "commit", "open table entries".
    package let operation: String
    /// The environment's directory.
    package let path: String
    /// The page that is damaged, where it is known.
    package let damage: PageDamage?

    init(code: Int32, operation: String, path: String) {
        self.code = code
        self.operation = operation
        self.path = path
        damage = nil
    }

    init(_ damage: PageDamage, operation: String, path: String) {
        code = MDB_CORRUPTED
        self.operation = operation
        self.path = path
        self.damage = damage
    }

    /// What failed, without a full stop: for a sentence that names the next step.
    package var description: String {
        "LMDB could not \(operation) in \(path): \(message) (\(code))"
    }

    private var message: String {
        if let damage { return "\(damage)" }
        if isAlreadyOpen { return "this process has the directory open already" }
        return unsafe String(cString: mdb_strerror(code))
    }
}

extension LMDBError {
    /// The map is full and could not be grown, because a transaction of this process stayed open.
    package var isMapFull: Bool { code == MDB_MAP_FULL }

    /// The disk, the quota or the largest permitted file is used up. A write that ended half-way for
    /// want of space is not among these: LMDB reports it as `EIO`, as `mayBeOutOfSpace` says.
    package var isOutOfSpace: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

    /// A write ended half-way, most often for want of space, or the disk is broken.
    package var mayBeOutOfSpace: Bool { code == EIO }

    /// The disk does not give what lies on it.
    package var isUnreadable: Bool { code == EIO }

    /// The directory, its data file or a record is not there.
    package var isNotFound: Bool { [ENOENT, ENOTDIR, MDB_NOTFOUND].contains(code) }

    /// The system refuses, or a write was attempted through a read-only environment.
    package var isPermissionDenied: Bool { [EACCES, EPERM, EROFS].contains(code) }

    /// Another process did not end what this one waited for in time.
    package var isTimedOut: Bool { code == ETIMEDOUT }

    /// This process has an environment open on the same directory.
    package var isAlreadyOpen: Bool { code == EBUSY }

    /// The data file is damaged, cut short, or no LMDB file of this version.
    package var isInvalid: Bool {
        [
            MDB_INVALID, MDB_CORRUPTED, MDB_VERSION_MISMATCH, MDB_PAGE_NOTFOUND, MDB_PANIC,
            MDB_INCOMPATIBLE,
            // A tree that is deeper than any; and what follows an error that LMDB kept to itself.
            MDB_CURSOR_FULL, MDB_BAD_TXN,
        ].contains(code)
    }

    /// The key is there already, or an appended key does not sort after the last one.
    package var isKeyExists: Bool { code == MDB_KEYEXIST }

    /// The key is empty or longer than `Environment.maximumKeyBytes`.
    package var isBadSize: Bool { code == MDB_BAD_VALSIZE }

    /// The process may have no more memory, or no more address space.
    package var isOutOfMemory: Bool { code == ENOMEM }

    /// Every reader slot of the lock file is taken.
    package var isReadersFull: Bool { code == MDB_READERS_FULL }
}

extension LMDBError {
    /// Takes a lock, and says what for where it can't.
    static func taking(
        _ descriptor: Int32, of path: String, to operation: String
    ) throws(LMDBError) {
        do throws(FileFailure) {
            try AdvisoryLock.take(descriptor, of: path)
        } catch {
            guard error.errno == ETIMEDOUT else {
                throw LMDBError(code: error.errno, operation: operation, path: path)
            }
            let holder = error.holder.map { "\($0)" } ?? "another process"
            throw LMDBError(
                code: ETIMEDOUT, operation: "\(operation) while \(holder) does", path: path)
        }
    }
}

/// LMDB would wait for ever at a FIFO, and read a device.
func requireRegularFile(
    _ descriptor: Int32, _ operation: String, _ path: String
) throws(LMDBError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
        throw LMDBError(code: errno, operation: operation, path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw LMDBError(code: EINVAL, operation: "\(operation), which is no file,", path: path)
    }
}

extension LMDBError: Failing {
    package var failureKind: FailureKind {
        if damage != nil || isInvalid { return .storage("damaged-storage") }
        if isReadersFull { return .conflict("too-many-readers") }
        if isAlreadyOpen { return .storage("already-open") }
        if isMapFull { return .storage("map-full") }
        return code > 0 && !isNotFound ? .system(code) : .storage("storage-failed")
    }
}
