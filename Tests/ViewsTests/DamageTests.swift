import Audit
import Coordinates
import EntryLog
import Foundation
import Handlingsplan
import LMDB
import LedgerSupport
import Registry
import Testing

@testable import Views

@Suite("Views that do not fit")
struct DamageTests {
    private func record(_ ledger: TestLedger) throws {
        try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS"), .close(1)])
        _ = try ledger.registry.rebuild()
    }

    private func committees(of ledger: TestLedger) throws -> Int {
        try ledger.registry.read { try $1.committees().count }
    }

    @Test("A file that is no database is an error, which a rebuild mends", arguments: [1, 20_000])
    func garbage(length: Int) throws {
        try withLedger { ledger in
            try record(ledger)
            ledger.close()
            try Data(repeating: 0xab, count: length)
                .write(to: URL(filePath: ledger.viewsPath + "/current/data.mdb"))
            #expect(throws: LMDBError.self) { try committees(of: ledger) }
            _ = try ledger.registry.rebuild()
            #expect(try committees(of: ledger) == 1)
        }
    }

    @Test(
        "Bytes that are no row are an error, which a rebuild mends", arguments: ViewSet.tableNames)
    func row(table: String) throws {
        try withLedger { ledger in
            try record(ledger)
            let key = table == CodeRows.tableName ? CodeRows.key(of: code("KS")) : 1
            try ledger.setRow(table, Position(key).key, to: [0xff])
            #expect(throws: ViewsError.self) { try ledger.registry.read { try LedgerDump($1) } }
            _ = try ledger.registry.rebuild()
            #expect(try committees(of: ledger) == 1)
        }
    }

    @Test("A generation that says nothing of itself is an error, which a rebuild mends")
    func meta() throws {
        try withLedger { ledger in
            try record(ledger)
            try ledger.setGenerationMeta([0xff])
            #expect(throws: ViewsError.self) { try committees(of: ledger) }
            _ = try ledger.registry.rebuild()
            #expect(try committees(of: ledger) == 1)
        }
    }

    @Test("Rows that are ahead of the log are strangers, and a rebuild mends it")
    func ahead() throws {
        try withLedger { ledger in
            try record(ledger)
            let early = try TestLedger(try ledger.copy())
            try ledger.record(.amend(2, "Text"))
            _ = try ledger.registry.rebuild()
            try expectStrangers(in: early, withViewsOf: ledger, absorbed: 5, log: 4)
        }
    }

    @Test("Rows of another history are strangers, and a rebuild mends it")
    func foreign() throws {
        try withLedger { ledger in
            try record(ledger)
            let other = try TestLedger()
            try other.record(.establish("BUN"))
            _ = try other.registry.rebuild()
            try expectStrangers(in: ledger, withViewsOf: other, absorbed: 2, log: 4)
        }
    }

    private func expectStrangers(
        in ledger: TestLedger, withViewsOf other: TestLedger, absorbed: UInt64, log: UInt64
    ) throws {
        ledger.close()
        other.close()
        try FileManager.default.removeItem(atPath: ledger.viewsPath)
        try FileManager.default.copyItem(atPath: other.viewsPath, toPath: ledger.viewsPath)
        #expect(throws: ViewsError.strangers(absorbed: TreeSize(absorbed), log: TreeSize(log))) {
            try committees(of: ledger)
        }
        #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
        _ = try ledger.registry.rebuild()
        #expect(try committees(of: ledger) == 1)
        #expect(try ledger.audit().findings == [])
    }
}
