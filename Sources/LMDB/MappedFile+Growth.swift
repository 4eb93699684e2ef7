import CLMDB
import Glibc
import Synchronization

// `mdb_env_set_mapsize` may be called "only if no transactions are active in this process"
// (lmdb.h): it unmaps what their spans point to. So each transaction is counted from before it
// begins until after it has ended, and the size changes only while the count is zero, under the
// lock that the count needs.

extension MappedFile {
    /// Begins a transaction of LMDB, which `abort` or `commit` must follow. Waits while the map is
    /// about to change its size; adopts the size that another process gave the map; takes the slot
    /// of a reader that died when no other is left.
    func begin(_ operation: String, flags: UInt32) throws(LMDBError) -> OpaquePointer {
        var patience = 50
        while true {
            try reserve()
            let oldest = newestTransaction
            var transaction: OpaquePointer?
            let code = unsafe mdb_txn_begin(handle, nil, flags, &transaction)
            if let transaction = unsafe transaction {
                let state = unsafe stateSeen(by: transaction, flags: flags)
                if oldest <= state, state <= newestTransaction { return unsafe transaction }
                unsafe abort(transaction)
                // A commit writes the meta page, and then the lock file.
                patience -= 1
                if patience == 0 {
                    guard flags & UInt32(MDB_RDONLY) != 0, try finishCommit(after: state) else {
                        throw staleLockFile(says: state)
                    }
                }
                Self.pause()
                continue
            }
            release()
            switch code {
            case MDB_MAP_RESIZED: try adoptSizeFromFile()
            case MDB_READERS_FULL where clearDeadReaders() > 0: continue
            default: throw error(code, operation)
            }
        }
    }

    /// Ends a transaction without effect.
    func abort(_ transaction: OpaquePointer) {
        unsafe mdb_txn_abort(transaction)
        release()
    }

    /// Ends a transaction with `mdb_txn_commit`. When LMDB reports anything but a full map, the file
    /// refuses all further work: what reached the disk is unknown.
    func commit(_ transaction: OpaquePointer, _ operation: String) throws(LMDBError) {
        defer { release() }
        let code = unsafe mdb_txn_commit(transaction)
        guard code == MDB_SUCCESS else {
            let failure = error(code, operation)
            if !failure.isMapFull { fail(failure) }
            throw failure
        }
        extendToEveryPage()
    }

    /// Doubles the map. Clears dead readers first: what they saw of the file cannot be reused, which
    /// may be why the map is full.
    ///
    /// - Throws: `mapFull` when transactions of this process stay active past the deadline. When the
    ///   system refuses the larger map, its error; LMDB has then lost the old map too, and the file
    ///   refuses all further work.
    func grow(after mapFull: LMDBError) throws(LMDBError) {
        clearDeadReaders()
        try remap(orThrow: mapFull) { state throws(LMDBError) in
            try setMapSize(2 * state.mapSizeBytes, &state)
        }
    }

    /// Takes over the size that another process gave the map, unless this process has a larger one.
    private func adoptSizeFromFile() throws(LMDBError) {
        let resized = error(MDB_MAP_RESIZED, "adopt the map's new size")
        try remap(orThrow: resized) { state throws(LMDBError) in
            let before = state.mapSizeBytes
            try setMapSize(0, &state)
            if state.mapSizeBytes < before { try setMapSize(before, &state) }
        }
    }

    private func remap(
        orThrow expired: LMDBError, _ resize: (inout State) throws(LMDBError) -> Void
    ) throws(LMDBError) {
        state.withLock { $0.waitingRemaps += 1 }
        defer { state.withLock { $0.waitingRemaps -= 1 } }
        let deadline = ContinuousClock.now + growthDeadline
        while true {
            let done = try state.withLock { state throws(LMDBError) in
                guard state.activeTransactions == 0 else { return false }
                if let failure = state.failure { throw failure }
                try resize(&state)
                return true
            }
            if done { return }
            guard ContinuousClock.now < deadline else { throw expired }
            Self.pause()
        }
    }

    /// - Parameter bytes: the new size; 0 is LMDB's way to ask for the size that the file records.
    private func setMapSize(_ bytes: Int, _ state: inout State) throws(LMDBError) {
        do throws(LMDBError) {
            try check(unsafe mdb_env_set_mapsize(handle, bytes), "resize the map")
        } catch {
            state.failure = error
            throw error
        }
        state.mapSizeBytes = unsafe Self.mapSizeBytes(of: handle)
    }

    static func mapSizeBytes(of handle: OpaquePointer) -> Int {
        var info = unsafe MDB_envinfo()
        unsafe mdb_env_info(handle, &info)
        return unsafe info.me_mapsize
    }

    /// Frees the reader slots of processes that ended without doing so; returns how many.
    @discardableResult
    private func clearDeadReaders() -> Int32 {
        var dead: Int32 = 0
        return unsafe mdb_reader_check(handle, &dead) == MDB_SUCCESS ? dead : 0
    }

    private func reserve() throws(LMDBError) {
        while true {
            let reserved = try state.withLock { state throws(LMDBError) in
                if let failure = state.failure { throw failure }
                guard state.waitingRemaps == 0 else { return false }
                state.activeTransactions += 1
                return true
            }
            if reserved { return }
            Self.pause()
        }
    }

    private func release() {
        state.withLock { $0.activeTransactions -= 1 }
    }

    private static func pause() {
        usleep(1_000)
    }
}
