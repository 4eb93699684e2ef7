import CBOR
import Coordinates
import EntryLog
import LMDB
import TransparencyLog

/// The rows of one generation as they were at one moment.
package final class StoredRows {
    let meta: GenerationMeta
    private let environment: Environment
    private let transaction: ReadTransaction

    /// Nil for a generation that is empty or of other module versions.
    init?(_ environment: Environment) throws {
        let transaction = try environment.beginRead()
        guard let meta = try transaction.generationMeta(in: environment),
            meta.modules == ViewSet.tableNames
        else { return nil }
        self.meta = meta
        self.environment = environment
        self.transaction = transaction
    }

    func row<Module: Projection>(_ module: Module.Type, _ key: UInt64) throws -> Module.Row? {
        do {
            return try transaction.row(Position(key).key, in: try environment.table(of: module))
        } catch let error as CBORError {
            throw ViewsError.damaged("row \(key) of \(Module.name): \(error)")
        }
    }

    func count<Module: Projection>(_ module: Module.Type) throws -> Int {
        try transaction.count(try environment.table(of: module))
    }
}

extension Transaction where Self: ~Copyable {
    fileprivate func row<Row: CBORCodable>(_ key: [UInt8], in table: Table) throws -> Row? {
        guard let bytes = try get(table, key) else { return nil }
        return try Row(decoding: bytes)
    }

    fileprivate func generationMeta(in environment: Environment) throws -> GenerationMeta? {
        guard let table = environment.table(GenerationMeta.tableName) else { return nil }
        do {
            return try row(GenerationMeta.key, in: table)
        } catch let error as CBORError {
            throw ViewsError.damaged("what the generation says of itself: \(error)")
        }
    }
}

extension WriteTransaction {
    /// Stores the rows that memory holds, in the order of their keys.
    mutating func store<Module: Projection>(
        _ rows: Rows<Module>, in environment: Environment
    ) throws {
        let table = try environment.table(of: Module.self)
        for (key, row) in rows.changed.sorted(by: { $0.key < $1.key }) {
            try put(table, key: Position(key).key, value: row.encoded)
        }
    }

    mutating func store(_ meta: GenerationMeta, in environment: Environment) throws {
        guard let table = environment.table(GenerationMeta.tableName) else {
            throw ViewsError.damaged("the generation has no table \(GenerationMeta.tableName)")
        }
        try put(table, key: GenerationMeta.key, value: meta.encoded)
    }
}

extension Environment {
    fileprivate func table<Module: Projection>(of module: Module.Type) throws -> Table {
        guard let table = table(Module.tableName) else {
            throw ViewsError.damaged("the generation has no table \(Module.tableName)")
        }
        return table
    }
}
