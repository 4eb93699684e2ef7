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

    /// Changes what the closed ledger's current generation says of itself.
    func setGenerationMeta(_ bytes: [UInt8]) throws {
        try setRow(GenerationMeta.tableName, GenerationMeta.key, to: bytes)
    }

    /// Every row of every table of the current generation.
    func storedTables() throws -> [String: [[UInt8]: [UInt8]]] {
        close()
        let environment = try Environment(
            path: viewsPath + "/current", access: .readOnly,
            tables: ViewSet.tableNames + [GenerationMeta.tableName])
        var tables: [String: [[UInt8]: [UInt8]]] = [:]
        try environment.read { transaction in
            for name in ViewSet.tableNames + [GenerationMeta.tableName] {
                var cursor = try transaction.cursor(try environment.requiredTable(name))
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

    func setRow(_ table: String, _ key: [UInt8], to bytes: [UInt8]?) throws {
        close()
        let environment = try Environment(
            path: viewsPath + "/current", access: .readWrite, tables: [table])
        let table = try #require(environment.table(table))
        try environment.write { transaction in
            if let bytes {
                try transaction.put(table, key: key, value: bytes)
            } else {
                try transaction.delete(table, key.span.bytes)
            }
        }
    }
}
