import CLMDB
import Glibc
import Synchronization

// What LMDB trusts without a check, checked.
//
// Reading: the meta pages, and that the lock file has the same transaction as they; when the file is
// opened, the table of tables too. Rows and entries vouch for themselves with whoever keeps them.
//
// Writing: all that decides where a commit writes. The free list and the table of tables are held
// against the checksums that the last writer kept (`data.sum`); where that one was killed before it
// kept them, against the state before, of which they are known (`Succession`); where neither is
// known, by a walk of the whole file (`PageCheck`). The pages on the way to each record are checked
// as they are touched (`WritePath`). So a commit follows from sound pages alone, and its sums may be
// kept as soon as it stands: by induction every kept sum is one of a sound state.

extension MappedFile {
    var dataFile: DataFile { DataFile(descriptor: descriptor, path: path) }

    /// Refuses tables that are not those of the last commit, before LMDB opens them.
    ///
    /// The caller has a transaction, so that the pages stay.
    func requireKnownTables() throws(LMDBError) {
        let file = dataFile
        // Before the meta pages are read: the sums are then of what those say, or older.
        let kept = StateSum(from: sums)
        let newest = try file.metas().newest
        guard let kept else { return }
        try requireNotBehind(newest, kept)
        guard kept.transaction == newest.transaction else { return }
        let tables = try CommittedState.tables(of: newest, in: file)
        guard CommittedState.sum(of: tables, newest) == kept.tables else {
            throw file.damage(changed(newest.main.root, CommittedState.tablesName))
        }
    }

    /// The state that a write begins from, once it is known to be sound.
    func soundState(before transaction: OpaquePointer) throws(LMDBError) -> CommittedState {
        let file = dataFile
        let metas = try file.metas()
        unsafe try requireSeen(metas.newest.transaction, by: transaction)
        let kept = StateSum(from: sums)
        let state = try CommittedState(of: metas.newest, in: file)
        if let kept {
            try requireNotBehind(metas.newest, kept)
            if kept.transaction == metas.newest.transaction {
                if let damage = difference(of: state, from: kept) { throw file.damage(damage) }
                return state
            }
        }
        if let kept, let before = try? CommittedState(of: metas.previous, in: file),
            before.sum == kept
        {
            try Succession.require(state, follows: before, in: file)
        } else if let damage = try PageCheck(of: metas.newest, in: file).damages.first {
            throw damage
        }
        // Not of a file that nothing was committed to: after a power cut it could seem to be gone.
        if metas.newest.transaction > 0 { state.sum.write(to: sums) }
        return state
    }

    /// What has changed of the state that a commit left; nil where that is not known.
    func damageSinceCommit(to meta: MetaPage) throws(LMDBError) -> PageDamage? {
        guard let kept = StateSum(from: sums), kept.transaction == meta.transaction else {
            return nil
        }
        return difference(of: try CommittedState(of: meta, in: dataFile), from: kept)
    }

    private func difference(of state: CommittedState, from kept: StateSum) -> PageDamage? {
        let found = state.sum
        if found.tables != kept.tables {
            return changed(state.meta.main.root, CommittedState.tablesName)
        }
        return found.free == kept.free ? nil : changed(state.meta.freeList.root, FreeList.name)
    }

    /// Just before a commit: that nobody else has committed, and that others wait for it. LMDB's own
    /// lock is worth nothing once `lock.mdb` was replaced or written to.
    func requireCurrent(before transaction: OpaquePointer) throws(LMDBError) {
        guard isLockFileInPlace else {
            throw LMDBError(
                code: ESTALE, operation: "write, since lock.mdb was removed or replaced,",
                path: path)
        }
        unsafe try requireSeen(newestTransaction, by: transaction)
    }

    private func requireSeen(
        _ newest: UInt64, by transaction: OpaquePointer
    ) throws(LMDBError) {
        let state = unsafe stateSeen(by: transaction, flags: 0)
        guard state == newest else { throw staleLockFile(says: state) }
    }

    /// Keeps the sums of what was just committed. Called by the writer, who still has the lock.
    ///
    /// The commit stands whatever happens here; the next writer then checks more.
    func keepSum() {
        guard let metas = try? dataFile.metas(),
            let state = try? CommittedState(of: metas.newest, in: dataFile)
        else { return }
        state.sum.write(to: sums)
    }

    /// The transaction whose commit one sees that has begun.
    func stateSeen(by transaction: OpaquePointer, flags: UInt32) -> UInt64 {
        let id = UInt64(unsafe mdb_txn_id(transaction))
        return flags & UInt32(MDB_RDONLY) == 0 ? id &- 1 : id
    }

    /// By the meta pages, as LMDB has mapped them.
    var newestTransaction: UInt64 {
        var info = unsafe MDB_envinfo()
        unsafe mdb_env_info(handle, &info)
        return UInt64(unsafe info.me_last_txnid)
    }

    /// Ends a commit that wrote its meta page, and whose writer died before the lock file had it. The
    /// next writer would find that out by itself (LMDB's mutexes are robust), and a reader does not. A
    /// writer that is alive, and perhaps waits for its disk, is waited for.
    /// - Parameter state: what the lock file says.
    /// - Returns: false where no commit leaves the lock file so.
    func finishCommit(after state: UInt64) throws(LMDBError) -> Bool {
        try writers.withLock { _ throws(LMDBError) in
            try claim.takeWritersLock()
            defer { claim.releaseWritersLock() }
            let newest = try dataFile.metas().newest.transaction
            guard newest == state + 1 else { return newest == state }
            return lockFile?.setTransaction(newest, insteadOf: state) ?? false
        }
    }

    func staleLockFile(says transaction: UInt64) -> LMDBError {
        let newest = newestTransaction
        return dataFile.damage(
            PageDamage(
                PageNumber(newest % 2),
                "it is of transaction \(newest), and lock.mdb says that \(transaction) is current"))
    }

    private func requireNotBehind(_ newest: MetaPage, _ kept: StateSum) throws(LMDBError) {
        guard kept.transaction <= newest.transaction else {
            throw dataFile.damage(
                PageDamage(
                    PageNumber(newest.transaction % 2),
                    "it is of transaction \(newest.transaction), and \(kept.transaction) has been "
                        + "committed"))
        }
    }

    private func changed(_ page: PageNumber, _ table: String) -> PageDamage {
        PageDamage(page, of: table, "it is not what the last commit left (data.sum)")
    }
}
