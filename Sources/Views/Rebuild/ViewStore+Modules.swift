package import EntryLog
import LMDB

// When a program with another version of a module comes, that module is derived anew, and the others
// stay as they are.

extension ViewStore {
    /// Derives the rows of the modules that the generation lacks in this program's version, as far as
    /// its other rows stand, and stores them beside those.
    ///
    /// Nothing is done where no module or every module is lacking, where the rows are not of this
    /// log, or while somebody else writes rows: the next opening tries again.
    /// - Throws: what deriving the rows throws; `LMDBError`.
    package func completeModules(from log: Log) throws {
        guard let (_, meta) = try? generation(), isPartlyCurrent(meta) else { return }
        try folder.whileNobodyWrites {
            guard let (environment, meta) = try? generation(), isPartlyCurrent(meta) else { return }
            let isOfThisLog = try log.read { log in
                try meta.size <= log.size && log.sealedRoot(of: meta.size) == meta.root
            }
            guard isOfThisLog else { return }
            let known = Set(meta.modules.map(\.name))
            let rows = try DerivedRows(of: log, size: meta.size) { _, _ in }
            try environment.write { transaction in
                try rows.store(
                    ViewSet.modules.filter { !known.contains($0.tableName) }, in: &transaction,
                    of: environment)
                try transaction.store(
                    GenerationMeta(
                        size: meta.size, root: meta.root,
                        modules: transaction.currentModules(in: environment)),
                    in: environment)
            }
        }
    }

    private func isPartlyCurrent(_ meta: GenerationMeta) -> Bool {
        let known = Set(meta.modules.map(\.name))
        let lacking = ViewSet.tableNames.filter { !known.contains($0) }
        return !lacking.isEmpty && lacking.count < ViewSet.tableNames.count
    }

    private func generation() throws -> (Environment, GenerationMeta)? {
        guard let environment = try current() else { return nil }
        return (environment, try environment.read { try $0.generationMeta(in: environment) })
    }
}

extension WriteTransaction {
    /// This program's modules, with the rows that their tables have.
    func currentModules(in environment: Environment) throws -> [GenerationMeta.Module] {
        try ViewSet.tableNames.map { name in
            let count = try count(try environment.requiredTable(name))
            return GenerationMeta.Module(name: name, rowCount: UInt64(count))
        }
    }
}
