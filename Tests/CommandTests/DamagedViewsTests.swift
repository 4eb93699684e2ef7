import EntryLog
import Foundation
import LMDB
import Testing

@testable import Views

@Suite("Views that rot")
struct DamagedViewsTests {
    private static let remark = "liggare: the stored views are damaged"

    private func founded() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("status", "1", "ongoing", "--effective", "2013-11-04")
        try workplace.done("rebuild")
        return workplace
    }

    @Test("A board from a damaged row is derived anew, says so, and is right")
    func board() throws {
        let workplace = try founded()
        let right = try workplace.done("board", "KS", "--effective", "2013-11-05")
        try workplace.rot(ActionRows.self)
        let outcome = try workplace.run("board", "KS", "--effective", "2013-11-05")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output == right)
        #expect(outcome.errors.hasPrefix(Self.remark), "\(outcome.errors)")
        #expect(outcome.errors.contains("row 1 of actions is not as it was stored"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
        let json = try workplace.run("board", "KS", "--format", "json")
        #expect(try json.errors.jsonObject["remark"] as? String != nil)
        #expect(try workplace.run("audit").exitCode == 1)
        let rebuilt = try workplace.run("rebuild")
        #expect(rebuilt.exitCode == 1)
        #expect(rebuilt.output.contains("row 1 of actions is not as it was stored"))
        #expect(try workplace.run("board", "KS").errors == "")
        try workplace.audit()
    }

    @Test("What is recorded over a damaged row says so, is judged anew, and mends it")
    func recorded() throws {
        let workplace = try founded()
        try workplace.rot(ActionRows.self)
        let outcome = try workplace.run("status", "1", "delayed")
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors.hasPrefix(Self.remark), "\(outcome.errors)")
        #expect(try workplace.run("status", "1", "ongoing").errors == "")
        #expect(try workplace.audit() == 7)
    }

    @Test("A damaged page that the question needs not pass is seen all the same")
    func page() throws {
        let workplace = try founded()
        // A second commit to the rows, so that the first one's pages are free.
        for _ in 0..<64 { try workplace.done("status", "1", "ongoing") }
        try workplace.rotFreeList()
        let outcome = try workplace.run("board", "KS")
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors.hasPrefix(Self.remark), "\(outcome.errors)")
        #expect(outcome.errors.contains("page"), "\(outcome.errors)")
        #expect(try workplace.run("rebuild").exitCode == 1)
        #expect(try workplace.run("board", "KS").errors == "")
        try workplace.audit()
    }

    @Test("A generation without a sound record of itself is not taken for none")
    func meta() throws {
        let workplace = try founded()
        try workplace.rot(table: GenerationMeta.tableName)
        let outcome = try workplace.run("board", "KS")
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors.hasPrefix(Self.remark), "\(outcome.errors)")
        let audit = try workplace.run("audit")
        #expect(audit.exitCode == 1)
        #expect(audit.output.contains("the views cannot be read"))
        let rebuilt = try workplace.run("rebuild")
        #expect(rebuilt.exitCode == 1)
        #expect(!rebuilt.output.contains("There were none"))
        try workplace.audit()
    }
}

extension Workplace {
    fileprivate func rot(_ module: any Projection.Type) throws { try rot(table: module.tableName) }

    /// Turns the last bit of the first record of a table.
    fileprivate func rot(table: String) throws {
        let environment = try Environment(
            path: path + "/ledger/views/current", access: .create, tables: [table])
        let table = try #require(environment.table(table))
        try environment.write { transaction in
            let found = try transaction.first(of: table)
            var (key, value) = try #require(found)
            value[value.count - 1] ^= 1
            try transaction.put(table, key: key, value: value)
        }
    }
}

extension Workplace {
    /// Turns a bit of the page that the newest meta page names as the root of the free list.
    fileprivate func rotFreeList() throws {
        let file = URL(filePath: path + "/ledger/views/current/data.mdb")
        var bytes = try Data(contentsOf: file)
        func number(at offset: Int) -> UInt64 {
            (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[offset + $1]) }
        }
        // mdb.c: the root of the free list at 80 of a meta page, its transaction at 144.
        let meta = number(at: 144) > number(at: 4096 + 144) ? 0 : 4096
        let root = number(at: meta + 80)
        try #require(root != .max)
        bytes[Int(root) * 4096] ^= 1
        try bytes.write(to: file)
    }
}

extension WriteTransaction {
    fileprivate func first(of table: Table) throws -> ([UInt8], [UInt8])? {
        var cursor = try cursor(table)
        guard let first = try cursor.first() else { return nil }
        return (
            first.key.withUnsafeBytes { Array($0) }, first.value.withUnsafeBytes { Array($0) }
        )
    }
}
