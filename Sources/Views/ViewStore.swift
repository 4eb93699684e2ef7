package import Coordinates
package import EntryLog
import LMDB
import Synchronization

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
    /// of the old one. Readers go on undisturbed.
    package func rebuild(from log: Log, at size: TreeSize) throws {
        let root = try log.read { try $0.sealedRoot(of: size) }
        let rows = try DerivedRows(of: log, size: size)
        try folder.replace { environment in
            try rows.store(in: environment)
            try environment.write { transaction in
                try transaction.store(
                    GenerationMeta(size: size, root: root, modules: ViewSet.tableNames),
                    in: environment)
            }
        }
    }

    private func current() throws -> Environment? {
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
