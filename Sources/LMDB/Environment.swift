import CLMDB
import Glibc
import Synchronization

/// An LMDB environment: some tables in one directory (`data.mdb`, `lock.mdb`), read by any number of
/// threads and processes and written by one at a time.
///
/// The rules of lmdb.h that a caller could break are kept here:
///
/// - one environment open per process and directory: a second throws `isAlreadyOpen`;
/// - table handles are opened once, at the start;
/// - a transaction is not copied and ends by itself; what it lends out does not outlive it;
/// - the map grows by itself, and only while no transaction of this process is active.
///
/// One rule remains with the caller: a child of `fork` must not touch an environment of its parent,
/// not even to close it. Start other programs with `exec` at once; the files are close-on-exec.
///
/// The environment closes when it and all its transactions are gone. Files are made for their owner
/// alone (mode 0600). They must not lie on a network file system.
package final class Environment: Sendable {
    package enum Access: Sendable {
        /// Nothing is created and `write` throws. The lock file is still written by who may.
        case readOnly
        /// Nothing is created: a table that is not there may have been.
        case readWrite
        /// As `readWrite`, and what is missing of the files and tables is made.
        case create
    }

    package enum Durability: Sendable {
        /// A commit has reached the disk when it returns.
        case full
        /// A commit may be lost, and a power cut may damage the file (`MDB_NOSYNC`): for what can
        /// be built again. `sync` at the end makes it durable.
        case none
    }

    /// LMDB's longest key as it is built by default.
    package static let maximumKeyBytes = 511

    let file: MappedFile
    private let tables: [String: Table]

    /// Opens the environment in the directory `path`, which exists; with `create`, creates its files
    /// and those of the `tables` that are missing.
    ///
    /// What LMDB will follow is checked before it does: the meta pages, and the table of tables where
    /// its checksum is known. Clears what readers that died left in the lock file. Takes the
    /// writer's lock only when a table must be created.
    ///
    /// - Parameters:
    ///   - mapSizeBytes: the address space to begin with; the file's own size when that is larger.
    ///     No disk is used for it.
    ///   - growthDeadline: how long a write that needs a larger map waits for the transactions of
    ///     this process to end.
    /// - Throws: `isNotFound` for a missing directory or, but with `create`, a missing `data.mdb`;
    ///   `isAlreadyOpen`; `isPermissionDenied`; `isInvalid` for a file that is damaged, cut short
    ///   or not LMDB's; `isOutOfSpace`; `isTimedOut`.
    package init(
        path: String, access: Access, tables: [String], mapSizeBytes: Int = 64 << 20,
        durability: Durability = .full, growthDeadline: Duration = .seconds(5)
    ) throws(LMDBError) {
        file = try MappedFile(
            path: path, access: access, tableCount: tables.count, mapSizeBytes: mapSizeBytes,
            durability: durability, growthDeadline: growthDeadline)
        self.tables = try file.openTables(tables, creating: access == .create)
    }

    /// The table that was named to `init`; nil when it was not there and was not to be created.
    package func table(_ name: String) -> Table? {
        tables[name]
    }

    /// Begins a snapshot, which ends when the returned value does.
    ///
    /// Waits while a write of this process waits to grow the map. A thread that has a transaction
    /// and begins another one then stands in the growth's way until its deadline.
    ///
    /// - Throws: `isReadersFull`; the failure after which the environment refuses work.
    package func beginRead() throws(LMDBError) -> ReadTransaction {
        try ReadTransaction(file: file)
    }

    /// Runs `body` on one snapshot. Throws what `beginRead` and `body` throw.
    package func read<R>(_ body: (borrowing ReadTransaction) throws -> R) throws -> R {
        let transaction = try beginRead()
        return try body(transaction)
    }

    /// Runs `body` in a write transaction, after every other writer of this and other processes.
    ///
    /// On return the writes are committed and, with `Durability.full`, on the disk. When `body`
    /// throws, nothing of it remains.
    ///
    /// **`body` may run more than once**: when the map is full its writes are dropped, the map is
    /// doubled and `body` runs again. It must not change anything outside the transaction that a
    /// repetition would change twice. It must not call `write` on the same environment (the process
    /// stops), and it should not be called from within `read`: a growth would wait for that read.
    ///
    /// The pages that it is about to touch are checked first, so that nothing is committed onto a
    /// damaged file (`MappedFile+Soundness`).
    ///
    /// - Throws: what `body` throws; `isInvalid` where a page is damaged; `isTimedOut` when another
    ///   writer was waited for in vain; `isMapFull` when the map must grow and other transactions of
    ///   this process do not end before the deadline; `isPermissionDenied` when read-only. When the
    ///   commit itself fails, its error, and so does every later transaction: what reached the disk
    ///   is known only by opening the environment anew.
    package func write<R>(_ body: (inout WriteTransaction) throws -> R) throws -> R {
        try file.write(body)
    }

    /// Makes every commit so far durable, also with `Durability.none`. When it throws anything but
    /// `isPermissionDenied`, which a read-only environment does, all further work is refused.
    package func sync() throws(LMDBError) {
        try file.sync()
    }

    /// Whether there was an environment in the directory `path` that something was committed to, also
    /// where its data file is gone.
    package static func wasWritten(at path: String) -> Bool {
        var status = stat()
        return unsafe stat(path + "/data.sum", &status) == 0 && status.st_size > 0
    }

    /// Whether the environment is still the one in its directory. Nothing tells a reader that it was
    /// moved away or replaced: it goes on seeing what it has open.
    package var isInPlace: Bool { file.isInPlace }

    /// The address space in use for the map.
    package var mapSizeBytes: Int {
        file.state.withLock { $0.mapSizeBytes }
    }
}
