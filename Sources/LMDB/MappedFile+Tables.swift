import CLMDB

extension MappedFile {
    /// Opens the handles of the named tables. lmdb.h: `mdb_dbi_open` "must not be called from
    /// multiple concurrent transactions in the same process"; hence once, before anyone else has the
    /// file.
    ///
    /// - Returns: the tables that are there; all of them when `creating`.
    func openTables(_ names: [String], creating: Bool) throws(LMDBError) -> [String: Table] {
        let present = try openPresentTables(names)
        guard creating && present.count < Set(names).count else { return present }
        do {
            let tables = try write { transaction in try transaction.createTables(names) }
            // The file itself may be as new as its tables, and its name not yet on the disk.
            try syncDirectory()
            return tables
        } catch let error as LMDBError {
            throw error
        } catch {
            preconditionFailure("createTables threw \(error)")
        }
    }

    private func openPresentTables(_ names: [String]) throws(LMDBError) -> [String: Table] {
        let handle = unsafe try begin("begin to read", flags: UInt32(MDB_RDONLY))
        let transaction = unsafe TransactionCore(handle: handle, file: self)
        let tables: [String: Table]
        do throws(LMDBError) {
            try requireKnownTables()
            tables = try transaction.openTables(names, flags: 0)
        } catch {
            unsafe abort(handle)
            throw error
        }
        // LMDB keeps the handles only of a transaction that commits.
        unsafe try commit(handle, "open the tables")
        return tables
    }
}

extension WriteTransaction {
    fileprivate mutating func createTables(
        _ names: [String]
    ) throws(LMDBError) -> [String: Table] {
        do throws(LMDBError) {
            return try core.openTables(names, flags: UInt32(MDB_CREATE))
        } catch {
            spoil(error)
            throw error
        }
    }
}

extension TransactionCore {
    fileprivate func openTables(
        _ names: [String], flags: UInt32
    ) throws(LMDBError) -> [String: Table] {
        var tables: [String: Table] = [:]
        for name in names {
            tables[name] = try openTable(name, flags: flags)
        }
        return tables
    }

    /// Nil when the table is missing and not to be created.
    private func openTable(_ name: String, flags: UInt32) throws(LMDBError) -> Table? {
        precondition(!name.isEmpty && !name.utf8.contains(0), "a table's name is a C string")
        var table: UInt32 = 0
        let code = unsafe mdb_dbi_open(handle, name, flags, &table)
        if code == MDB_NOTFOUND { return nil }
        try file.check(code, "open table \(name)")
        try requirePlain(table, name)
        return Table(name: name, handle: table, file: file.serial)
    }

    /// Another program may have made the table with several values to a key, or another key order.
    private func requirePlain(_ table: UInt32, _ name: String) throws(LMDBError) {
        var flags: UInt32 = 0
        try file.check(unsafe mdb_dbi_flags(handle, table, &flags), "open table \(name)")
        try file.check(flags == 0 ? MDB_SUCCESS : MDB_INCOMPATIBLE, "open table \(name)")
    }
}
