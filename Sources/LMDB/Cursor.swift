import CLMDB

/// A record as LMDB holds it. The spans outlive the cursor's next move and its end; they end when
/// the transaction writes or ends.
package struct Pair: ~Escapable {
    package let key: RawSpan
    package let value: RawSpan

    @_lifetime(copy key, copy value)
    init(key: RawSpan, value: RawSpan) {
        self.key = key
        self.value = value
    }
}

/// A place in a table, moved from record to record in the order of their keys' bytes.
///
/// The cursor borrows its transaction, which therefore can neither write nor end before it. Every
/// move returns the record arrived at, or nil when there is none. After nil from `next` or
/// `previous` the cursor is still at the record where it was; after nil from `seek`, use `first`,
/// `last` or `seek`. Every move throws `isInvalid` when the file is damaged.
@safe package struct Cursor: ~Copyable, ~Escapable {
    private let handle: OpaquePointer
    private let file: MappedFile

    /// The caller ties the lifetime to the transaction.
    @_lifetime(immortal)
    init(_ transaction: TransactionCore, _ table: Table) throws(LMDBError) {
        var opened: OpaquePointer?
        let code = unsafe mdb_cursor_open(
            transaction.handle, transaction.handle(of: table), &opened)
        try transaction.file.check(code, "open a cursor on \(table.name)")
        guard let handle = unsafe opened else {
            preconditionFailure("mdb_cursor_open gave no cursor")
        }
        unsafe self.handle = unsafe handle
        self.file = transaction.file
    }

    deinit {
        unsafe mdb_cursor_close(handle)
    }

    @_lifetime(copy self)
    package mutating func first() throws(LMDBError) -> Pair? {
        try move(MDB_FIRST)
    }

    @_lifetime(copy self)
    package mutating func last() throws(LMDBError) -> Pair? {
        try move(MDB_LAST)
    }

    /// The record after this one; on a new cursor, the first.
    @_lifetime(copy self)
    package mutating func next() throws(LMDBError) -> Pair? {
        try move(MDB_NEXT)
    }

    /// The record before this one; on a new cursor, the last.
    @_lifetime(copy self)
    package mutating func previous() throws(LMDBError) -> Pair? {
        try move(MDB_PREV)
    }

    /// The first record whose key is `key` or sorts after it. Throws `isBadSize` for an empty key.
    @_lifetime(copy self)
    package mutating func seek(_ key: RawSpan) throws(LMDBError) -> Pair? {
        var found = unsafe MDB_val()
        var value = unsafe MDB_val()
        // `MDB_SET_RANGE` replaces the given key by the one it found.
        let code = unsafe key.withValue { key in
            let code = unsafe mdb_cursor_get(handle, &key, &value, MDB_SET_RANGE)
            unsafe found = unsafe key
            return code
        }
        return try unsafe pair(code, found, value)
    }

    @_lifetime(copy self)
    private mutating func move(_ operation: MDB_cursor_op) throws(LMDBError) -> Pair? {
        var key = unsafe MDB_val()
        var value = unsafe MDB_val()
        let code = unsafe mdb_cursor_get(handle, &key, &value, operation)
        return try unsafe pair(code, key, value)
    }

    @_lifetime(copy self)
    private func pair(
        _ code: Int32, _ key: MDB_val, _ value: MDB_val
    ) throws(LMDBError) -> Pair? {
        if code == MDB_NOTFOUND { return nil }
        try file.check(code, "move a cursor")
        let pair = unsafe Pair(
            key: RawSpan(_unsafeBytes: key.bytes), value: RawSpan(_unsafeBytes: value.bytes))
        return unsafe _overrideLifetime(pair, copying: self)
    }
}
