import CBOR
package import Coordinates
import EntryLog
import Handlingsplan
import LMDB

/// The rows of one generation as they were at one moment.
package final class StoredRows {
    let meta: GenerationMeta
    /// How many things of each kind the rows speak of.
    let counts: LedgerCounts
    let transaction: ReadTransaction
    private let environment: Environment

    /// Nil for a generation of other module versions.
    /// - Throws: `ViewsError.damaged` where it is not what it says of itself; `LMDBError`.
    init?(_ environment: Environment) throws {
        let transaction = try environment.beginRead()
        let meta = try transaction.generationMeta(in: environment)
        guard meta.isCurrent else { return nil }
        for module in meta.modules {
            let count = try transaction.count(try environment.requiredTable(module.name))
            guard count == module.rowCount else {
                throw ViewsError.damaged(
                    "\(module.name) has \(count) rows, and \(module.rowCount) were stored")
            }
        }
        self.meta = meta
        counts = LedgerCounts(
            committees: meta.rowCount(of: CommitteeRows.self),
            documents: meta.rowCount(of: DocumentRows.self),
            areas: meta.rowCount(of: AreaRows.self), goals: meta.rowCount(of: GoalRows.self),
            actions: meta.rowCount(of: ActionRows.self),
            guidelines: meta.rowCount(of: GuidelineRows.self),
            indicators: meta.rowCount(of: IndicatorRows.self))
        self.environment = environment
        self.transaction = transaction
    }

    /// How many entries they have absorbed.
    package var size: TreeSize { meta.size }

    /// Whether what was read of the rows is worth nothing: see `ReadTransaction`.
    package var isOvertaken: Bool { transaction.isOvertaken }

    func table<Module: Projection>(of module: Module.Type) throws -> StoredTable<Module> {
        StoredTable(
            in: self, try environment.requiredTable(Module.tableName),
            count: meta.rowCount(of: Module.self))
    }
}

extension Transaction where Self: ~Copyable {
    func read<Answer>(
        _ key: [UInt8], in table: Table, _ decode: (RawSpan) throws -> Answer
    ) throws -> Answer? {
        guard let bytes = try get(table, key) else { return nil }
        return try decode(bytes)
    }
}

extension WriteTransaction {
    /// Stores rows, in the order of their keys.
    mutating func store(
        _ rows: [(key: UInt64, bytes: [UInt8])], in table: Table, _ frame: RowFrame
    ) throws {
        if frame.isChained { return try store(chained: rows, in: table, frame) }
        for (key, bytes) in rows {
            try put(table, key: Position(key).key, value: frame.framed(bytes, at: key))
        }
    }
}

extension Environment {
    func requiredTable(_ name: String) throws -> Table {
        guard let table = table(name) else {
            throw ViewsError.damaged("the generation has no table \(name)")
        }
        return table
    }
}
