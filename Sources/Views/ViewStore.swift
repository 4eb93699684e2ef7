import Coordinates
package import EntryLog
import LMDB
import Synchronization
import TransparencyLog

/// The views of one ledger: what is stored of them, brought up to date in memory.
package final class ViewStore: Sendable {
    private let folder: GenerationFolder
    private let access: Environment.Access
    /// The generation that this process has open: LMDB allows one opening a process.
    private let opened = Mutex<(generation: String, environment: Environment)?>(nil)

    /// - Parameter path: the folder `views/`; it need not exist.
    package init(path: String, writable: Bool) {
        folder = GenerationFolder(path: path)
        access = writable ? .readWrite : .readOnly
    }

    /// The stored rows as they are now; nil where there are none that this version reads.
    ///
    /// Take them before a snapshot of the log: then they can stand behind it, but never ahead.
    /// - Throws: `ViewsError.damaged`; `LMDBError`.
    package func storedRows() throws -> StoredRows? {
        guard let environment = try current() else { return nil }
        return try StoredRows(environment)
    }

    /// Stores what `views` holds in memory, so that the next reader need not derive it again.
    /// Where somebody else has stored rows meanwhile, nothing is done.
    package func flush(_ views: ViewSet, of log: borrowing LogSnapshot) throws {
        let root = try log.sealedRoot(of: views.size)
        guard let environment = try current(), views.isOverStoredRows else {
            return try folder.replace { environment in
                try environment.write { try views.store(in: &$0, of: environment, root: root) }
            }
        }
        try environment.write { transaction in
            guard try StoredRows(environment)?.meta.size == views.storedSize else { return }
            try views.store(in: &transaction, of: environment, root: root)
        }
    }

    /// Derives all rows again from the entries alone, into a new generation that takes the place
    /// of the old one, and compares the two. Readers go on undisturbed.
    ///
    /// The new rows stand where the old ones do once these have taken in what they had not absorbed;
    /// without any that can be read, at the end of the log.
    /// - Parameter progress: called now and then with how many entries of how many have been read.
    /// - Throws: `EntryLogError.damagedEntry`, `.damaged`; `UnknownEventRecorded`; `LMDBError`; a file
    ///   system error. The old generation is then still in place.
    package func rebuild(
        from log: Log, progress: @escaping @Sendable (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> RebuildReport {
        let old = Result { try caughtUp(with: log) }
        let readable = try? old.get()
        let (size, root) = try log.read { log in
            let size = readable?.meta.size ?? log.size
            return (size, try log.soundRoot(of: size))
        }
        let rows = try DerivedRows(of: log, size: size, progress)
        var (modules, drifts): ([ModuleDigest], [Drift]) = ([], [])
        try folder.replace { environment in
            try rows.store(in: environment)
            try environment.write { transaction in
                try transaction.store(
                    GenerationMeta(size: size, root: root, modules: ViewSet.tableNames),
                    in: environment)
            }
            guard let new = try StoredRows(environment) else {
                throw ViewsError.damaged("the new generation cannot be read")
            }
            let inspection = Inspection(new: new, old: readable)
            for module in ViewSet.modules {
                let (digest, found) = try inspection.inspect(module)
                modules.append(digest)
                drifts += found
            }
        }
        let comparison: RebuildReport.Comparison =
            switch old {
            case .success(nil): .none
            case .success: .compared(drifts)
            case .failure(let error): .unreadable(error)
            }
        return RebuildReport(size: size, root: root, modules: modules, comparison: comparison)
    }

    /// The stored rows once they have absorbed all that the log holds now; nil where there are none
    /// that this version reads.
    private func caughtUp(with log: Log) throws -> StoredRows? {
        guard let rows = try storedRows() else { return nil }
        try log.read { try flush(try ViewSet(of: $0, over: rows), of: $0) }
        return try storedRows()
    }

    func current() throws -> Environment? {
        try opened.withLock { opened in
            // A generation can be replaced between reading its name and opening it: look again.
            while let generation = folder.current {
                if let opened, opened.generation == generation { return opened.environment }
                opened = nil
                if let environment = try folder.open(generation, access) {
                    opened = (generation, environment)
                    return environment
                }
                if generation == folder.current { break }
            }
            return nil
        }
    }
}

extension LogSnapshot {
    /// The root of the log's first entries, which what is sealed and what is stored of the tree must
    /// agree on.
    fileprivate func soundRoot(of size: TreeSize) throws -> Hash {
        let root = try sealedRoot(of: size)
        guard try MerkleTree.root(of: size, reading: self) == root else {
            throw EntryLogError.damaged(
                "its tree has another root at \(size) entries than was sealed")
        }
        return root
    }
}
