package import EntryLog
import LMDB

// When a program with another version of a module comes, that module is derived anew, and the others
// stay as they are.

extension ViewStore {
    /// Derives the rows of the modules that the generation lacks in this program's version, as far as
    /// its other rows stand, and stores them beside those.
    ///
    /// Nothing is done where no module or every module is lacking, or where the rows are not of this
    /// log. Where somebody else stores rows meanwhile, the next opening tries again.
    /// - Throws: what deriving the rows throws; `LMDBError`.
    package func completeModules(from log: Log) throws {
        guard let (environment, meta) = try? generation() else { return }
        let lacking = ViewSet.modules.filter { !meta.modules.contains($0.tableName) }
        guard !lacking.isEmpty, lacking.count < ViewSet.modules.count else { return }
        let isOfThisLog = try log.read { log in
            try meta.size <= log.size && log.sealedRoot(of: meta.size) == meta.root
        }
        guard isOfThisLog else { return }
        let rows = try DerivedRows(of: log, size: meta.size) { _, _ in }
        try environment.write { transaction in
            guard try transaction.generationMeta(in: environment) == meta else { return }
            try rows.store(lacking, in: &transaction, of: environment)
            try transaction.store(
                GenerationMeta(size: meta.size, root: meta.root, modules: ViewSet.tableNames),
                in: environment)
        }
    }

    private func generation() throws -> (Environment, GenerationMeta)? {
        guard let environment = try current() else { return nil }
        let meta = try environment.read { try $0.generationMeta(in: environment) }
        return meta.map { (environment, $0) }
    }
}
