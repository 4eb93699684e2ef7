import CLMDB

/// What every transaction reads: the tables as they were when it began, and its own writes.
///
/// The two transactions of this module are the only ones that conform.
package protocol Transaction: ~Copyable {
    var core: TransactionCore { get }
}

/// A transaction of LMDB and the file it runs in, borrowed from their owner. Opaque to callers.
@safe package struct TransactionCore {
    let handle: OpaquePointer
    let file: MappedFile

    /// The handle to pass to LMDB for `table`.
    func handle(of table: Table) -> UInt32 {
        precondition(table.file == file.serial, "table \(table.name) is of another environment")
        return table.handle
    }
}

extension Transaction where Self: ~Copyable {
    /// The value at `key`, or nil. The bytes are LMDB's own and are not copied; they live until the
    /// transaction writes or ends, and the compiler refuses to use them longer.
    ///
    /// - Throws: `isBadSize` for an empty key; `isInvalid` when the file is damaged.
    @_lifetime(borrow self)
    package func get(_ table: Table, _ key: RawSpan) throws(LMDBError) -> RawSpan? {
        let core = core
        var value = unsafe MDB_val()
        let code = unsafe key.withValue { key in
            unsafe mdb_get(core.handle, core.handle(of: table), &key, &value)
        }
        if code == MDB_NOTFOUND { return nil }
        try core.file.check(code, "get from \(table.name)")
        return unsafe _overrideLifetime(RawSpan(_unsafeBytes: value.bytes), borrowing: self)
    }

    /// A cursor before the first record of `table`. No write is possible while it lives.
    @_lifetime(borrow self)
    package func cursor(_ table: Table) throws(LMDBError) -> Cursor {
        unsafe _overrideLifetime(try Cursor(core, table), borrowing: self)
    }

    /// How many records `table` has; LMDB keeps the number, nothing is counted.
    package func count(_ table: Table) throws(LMDBError) -> Int {
        let core = core
        var statistics = MDB_stat()
        try core.file.check(
            unsafe mdb_stat(core.handle, core.handle(of: table), &statistics),
            "count \(table.name)")
        return statistics.ms_entries
    }

    /// How many tables are stored, whether or not they were named to `Environment.init`.
    package func tableCount() throws(LMDBError) -> Int {
        let core = core
        var statistics = MDB_stat()
        try core.file.check(unsafe mdb_stat(core.handle, 1, &statistics), "count the tables")
        return statistics.ms_entries
    }
}

/// A snapshot of all tables, which later commits do not change. Ends in `deinit`.
///
/// It occupies one of 1,022 reader slots, and while it lives LMDB reuses none of the pages it can see
/// and the map cannot grow: keep it short.
package struct ReadTransaction: ~Copyable, Transaction {
    package let core: TransactionCore

    init(file: MappedFile) throws(LMDBError) {
        let handle = unsafe try file.begin("begin to read", flags: UInt32(MDB_RDONLY))
        core = unsafe TransactionCore(handle: handle, file: file)
    }

    deinit {
        unsafe core.file.abort(core.handle)
    }

    /// Whether pages of this snapshot may have been written anew under a reader without a slot; what
    /// was read of it is then worth nothing. Never with a slot.
    ///
    /// LMDB's writer of transaction T takes new pages from those that were freed before T - 1, where
    /// no slot holds it back (mdb.c: `mdb_find_oldest` gives T - 1, and `mdb_page_alloc` takes records
    /// with smaller ids). A page of snapshot S that is no longer in use was freed by S + 1 or later,
    /// so the first writer that may take it is that of S + 3, which begins once S + 2 is committed,
    /// and writes pages before its own commit. As long as S + 1 is the newest, all of S is there.
    package var isOvertaken: Bool {
        core.file.hasLockFile
            ? false
            : unsafe core.file.newestTransaction
                > core.file.stateSeen(by: core.handle, flags: UInt32(MDB_RDONLY)) + 1
    }
}

/// The one writer. `Environment.write` makes it, and commits or aborts it.
///
/// A method that throws anything but `isBadSize` or `isKeyExists` spoils the transaction: it can
/// then no longer be committed, even if the error is caught.
package struct WriteTransaction: ~Copyable, Transaction {
    package let core: TransactionCore
    /// The first failure that spoiled the transaction.
    private(set) var failure: LMDBError?
    private var isActive = true
    /// Nil where nothing is checked: while a file is filled that nobody uses yet.
    private let path: WritePath?

    init(file: MappedFile) throws(LMDBError) {
        let handle = unsafe try file.begin("begin to write", flags: 0)
        do throws(LMDBError) {
            path =
                file.isChecked
                ? WritePath(
                    of: unsafe try file.soundState(before: handle), in: file.dataFile) : nil
        } catch {
            unsafe file.abort(handle)
            throw error
        }
        core = unsafe TransactionCore(handle: handle, file: file)
    }

    deinit {
        if isActive { unsafe core.file.abort(core.handle) }
    }

    /// Sets the value at `key`, whether or not there was one. The bytes are copied.
    ///
    /// - Throws: `isBadSize` for a key that is empty or over `Environment.maximumKeyBytes`;
    ///   `isMapFull`, which `Environment.write` handles; `isOutOfSpace`; `isInvalid`.
    package mutating func put(
        _ table: Table, key: RawSpan, value: RawSpan
    ) throws(LMDBError) {
        try store(table, key, value, flags: 0, "put into \(table.name)")
    }

    /// Sets the value at a `key` that sorts after every key of `table`; faster than `put`, and
    /// fills pages whole (`MDB_APPEND`).
    ///
    /// - Throws: `isKeyExists` when the key is not the last, and as `put`.
    package mutating func append(
        _ table: Table, key: RawSpan, value: RawSpan
    ) throws(LMDBError) {
        try store(table, key, value, flags: UInt32(MDB_APPEND), "append to \(table.name)")
    }

    /// Removes the record at `key`; false when there is none.
    ///
    /// - Throws: as `put`. To remove takes room too.
    @discardableResult
    package mutating func delete(_ table: Table, _ key: RawSpan) throws(LMDBError) -> Bool {
        let core = core
        try checkAll(of: table)
        let code = unsafe key.withValue { key in
            unsafe mdb_del(core.handle, core.handle(of: table), &key, nil)
        }
        if code == MDB_NOTFOUND { return false }
        try check(code, "delete from \(table.name)")
        return true
    }

    /// Removes all records of `table`.
    package mutating func clear(_ table: Table) throws(LMDBError) {
        try checkAll(of: table)
        try check(unsafe mdb_drop(core.handle, core.handle(of: table), 0), "clear \(table.name)")
    }

    /// Ends the transaction; on return its writes are as durable as the environment promises. When
    /// it throws, the transaction has ended without effect, or the file refuses all further work.
    mutating func commit() throws(LMDBError) {
        if let failure { throw failure }
        if path != nil { unsafe try core.file.requireCurrent(before: core.handle) }
        isActive = false
        do throws(LMDBError) {
            unsafe try core.file.commit(core.handle, "commit")
        } catch {
            spoil(error)
            throw error
        }
    }

    private mutating func checkAll(of table: Table) throws(LMDBError) {
        do throws(LMDBError) { try path?.checkAll(table.name) } catch { throw spoiled(error) }
    }

    private mutating func spoiled(_ error: LMDBError) -> LMDBError {
        spoil(error)
        return error
    }

    /// Notes the failure that prevents a commit.
    mutating func spoil(_ error: LMDBError) {
        if failure == nil { failure = error }
    }

    private mutating func store(
        _ table: Table, _ key: RawSpan, _ value: RawSpan, flags: UInt32,
        _ operation: @autoclosure () -> String
    ) throws(LMDBError) {
        let core = core
        do throws(LMDBError) { try path?.check(table.name, key) } catch { throw spoiled(error) }
        let code = unsafe key.withValue { key in
            unsafe value.withValue { value in
                unsafe mdb_put(core.handle, core.handle(of: table), &key, &value, flags)
            }
        }
        try check(code, operation())
    }

    private mutating func check(
        _ code: Int32, _ operation: @autoclosure () -> String
    ) throws(LMDBError) {
        guard code != MDB_SUCCESS else { return }
        let error = core.file.error(code, operation())
        if !error.isBadSize && !error.isKeyExists { spoil(error) }
        throw error
    }
}
