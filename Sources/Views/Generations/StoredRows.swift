import CBOR
import Coordinates
import EntryLog
import Glibc
import Handlingsplan
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

    /// A row as `decode` reads it; nil where there is none.
    func read<Module: Projection, Row>(
        _ module: Module.Type, _ key: UInt64, _ decode: (RawSpan) throws -> Row
    ) throws -> Row? {
        do {
            return try transaction.read(
                Position(key).key, in: try environment.requiredTable(Module.tableName), decode)
        } catch let error as CBORError {
            throw ViewsError.damaged("row \(key) of \(Module.name): \(error)")
        } catch is ImpossibleEvent {
            throw ViewsError.damaged("row \(key) of \(Module.name) cannot have come about")
        }
    }

    /// A row's bytes; nil where there is none.
    func bytes<Module: Projection>(of module: Module.Type, _ key: UInt64) throws -> [UInt8]? {
        try read(module, key) { bytes in bytes.withUnsafeBytes { Array($0) } }
    }

    /// Whether a row is there, and exactly these bytes.
    func holds<Module: Projection>(
        _ row: RawSpan, of module: Module.Type, _ key: UInt64
    ) throws -> Bool {
        try read(module, key) { $0.isSame(as: row) } ?? false
    }

    /// Hands over all rows of a module, in the order of their keys.
    func forEachRow<Module: Projection>(
        of module: Module.Type, _ body: (UInt64, RawSpan) throws -> Void
    ) throws {
        try transaction.forEachRecord(in: try environment.requiredTable(Module.tableName)) {
            guard let key = Position(key: $0) else {
                throw ViewsError.damaged("a row of \(Module.name) has a key that is no number")
            }
            try body(key.index, $1)
        }
    }

    func count<Module: Projection>(_ module: Module.Type) throws -> Int {
        try transaction.count(try environment.requiredTable(Module.tableName))
    }
}

extension Transaction where Self: ~Copyable {
    fileprivate func read<Row>(
        _ key: [UInt8], in table: Table, _ decode: (RawSpan) throws -> Row
    ) throws -> Row? {
        guard let bytes = try get(table, key) else { return nil }
        return try decode(bytes)
    }

    fileprivate func forEachRecord(
        in table: Table, _ body: (RawSpan, RawSpan) throws -> Void
    ) throws {
        var cursor = try cursor(table)
        var pair = try cursor.first()
        while let record = pair {
            try body(record.key, record.value)
            pair = try cursor.next()
        }
    }

    func generationMeta(in environment: Environment) throws -> GenerationMeta? {
        guard let table = environment.table(GenerationMeta.tableName) else { return nil }
        do {
            return try read(GenerationMeta.key, in: table) { try GenerationMeta(decoding: $0) }
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
        let table = try environment.requiredTable(Module.tableName)
        for (key, row) in rows.held.sorted(by: { $0.key < $1.key }) {
            try put(table, key: Position(key).key, value: row.encoded)
        }
    }

    mutating func store(_ meta: GenerationMeta, in environment: Environment) throws {
        try put(
            try environment.requiredTable(GenerationMeta.tableName), key: GenerationMeta.key,
            value: meta.encoded)
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

extension RawSpan {
    fileprivate func isSame(as other: RawSpan) -> Bool {
        guard byteCount == other.byteCount else { return false }
        return withUnsafeBytes { mine in
            other.withUnsafeBytes { theirs in
                guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else {
                    return true
                }
                return memcmp(mine, theirs, byteCount) == 0
            }
        }
    }
}
