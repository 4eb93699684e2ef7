import Coordinates
import EntryLog
import Foundation
import LMDB
import LedgerSupport
import Testing

@testable import Views

extension TestLedger {
    /// The generations that lie in the folder, in use or not.
    var generations: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: viewsPath)
                .filter { $0.hasPrefix("generation-") }.sorted()
        }
    }

    /// What the closed ledger's current generation says of itself.
    var generationMeta: GenerationMeta {
        get throws {
            let generation = try generation()
            return try generation.read { try $0.generationMeta(in: generation) }
        }
    }

    /// Changes what the closed ledger's current generation says of itself.
    func setGenerationMeta(_ meta: GenerationMeta) throws {
        let generation = try generation()
        try generation.write { try $0.store(meta, in: generation) }
    }

    /// Every row of every table of the current generation, as it lies there.
    func storedTables() throws -> [String: [[UInt8]: [UInt8]]] {
        let generation = try generation()
        var tables: [String: [[UInt8]: [UInt8]]] = [:]
        try generation.read { transaction in
            for name in ViewSet.tableNames + [GenerationMeta.tableName] {
                var cursor = try transaction.cursor(try generation.requiredTable(name))
                var pair = try cursor.first()
                while let row = pair {
                    tables[name, default: [:]][row.key.withUnsafeBytes { Array($0) }] =
                        row.value.withUnsafeBytes { Array($0) }
                    pair = try cursor.next()
                }
            }
        }
        return tables
    }

    /// Puts a row there as the program would have stored it; nil takes it away.
    func setRow<Module: Projection>(
        _ module: Module.Type, _ key: UInt64, to row: [UInt8]?
    ) throws {
        let (generation, frame) = (try generation(), RowFrame(module))
        let table = try generation.requiredTable(module.tableName)
        try generation.write { transaction in
            switch row {
            case nil: try transaction.delete(table, Position(key).key.span.bytes)
            case let row? where frame.isChained:
                try transaction.store(chained: [(key, row)], in: table, frame)
            case let row?:
                try transaction.put(
                    table, key: Position(key).key, value: frame.framed(row, at: key))
            }
            let before = try transaction.generationMeta(in: generation)
            try transaction.store(
                GenerationMeta(
                    frontier: before.frontier, recordedAt: before.recordedAt,
                    modules: try transaction.currentModules(in: generation),
                    attestation: before.attestation),
                in: generation)
        }
    }

    /// Puts bytes into a table, which no program would have stored there; nil takes the record away.
    func setBytes(_ table: String, _ key: [UInt8], to bytes: [UInt8]?) throws {
        let generation = try generation()
        let table = try generation.requiredTable(table)
        try generation.write { transaction in
            if let bytes {
                try transaction.put(table, key: key, value: bytes)
            } else {
                try transaction.delete(table, key.span.bytes)
            }
        }
    }

    private func generation() throws -> Environment {
        close()
        return try Environment(
            path: viewsPath + "/current", access: .create,
            tables: ViewSet.tableNames + [GenerationMeta.tableName])
    }
}
