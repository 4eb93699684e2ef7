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

    /// The rows are given up once, with a reason; the answer is right; the audit finds it; and a
    /// rebuild mends it.
    private func expectGivenUp(_ ledger: TestLedger, because reason: String = "") throws {
        let kinds = try ledger.audit().findings.map(\.problem.kind)
        #expect(!kinds.isEmpty && Set(kinds).isSubset(of: ["page", "views"]), "\(kinds)")
        let right = try ledger.registry.log.read { try LedgerDump(ViewSet(of: $0, over: nil)) }
        #expect(try ledger.registry.read { try LedgerDump($1) } == right)
        #expect(try ledger.registry.read { try LedgerDump($1) } == right)
        let distrusted = ledger.distrusted.all
        #expect(distrusted.count == 1)
        #expect(distrusted.allSatisfy { reason.isEmpty || $0.contains(reason) }, "\(distrusted)")
        ledger.close()
        #expect(try ledger.registry.rebuild().isClean == false)
        #expect(try ledger.readStored { try LedgerDump($0) } == right)
    }

    @Test(
        "Instead of a file that is no database, the log is asked, and a rebuild mends it",
        arguments: [nil, 0, 1, 20_000])
    func garbage(length: Int?) throws {
        try withLedger { ledger in
            try record(ledger)
            ledger.close()
            let file = URL(filePath: ledger.viewsPath + "/current/data.mdb")
            if let length {
                try Data(repeating: 0xab, count: length).write(to: file)
            } else {
                try FileManager.default.removeItem(at: file)
            }
            try expectGivenUp(ledger)
        }
    }

    @Test("A row that was changed in any of its bytes is not believed")
    func anyByte() throws {
        try withLedger { ledger in
            try record(ledger)
            let key = Position(1).key
            let row = try #require(try ledger.storedTables()[ActionRows.tableName]?[key])
            for index in row.indices {
                var changed = row
                changed[index] ^= 1 << (index % 8)
                try ledger.setBytes(ActionRows.tableName, key, to: changed)
                #expect(throws: ViewsError.damaged("row 1 of actions is not as it was stored")) {
                    try ledger.readStored { try $0.action(ActionNumber(1)) }
                }
            }
            try ledger.setBytes(ActionRows.tableName, key, to: Array(row.dropLast()))
            try expectGivenUp(ledger, because: "row 1 of actions is not as it was stored")
        }
    }

    @Test("A sound row under another row's key, or in another module's table, is not believed")
    func exchanged() throws {
        try withLedger { ledger in
            try record(ledger)
            let key = Position(2).key
            let first = try #require(
                try ledger.storedTables()[ActionRows.tableName]?[Position(1).key])
            let committee = try #require(
                try ledger.storedTables()[CommitteeRows.tableName]?[Position(1).key])
            try ledger.setBytes(ActionRows.tableName, Position(1).key, to: committee)
            #expect(throws: ViewsError.self) {
                try ledger.readStored { try $0.action(ActionNumber(1)) }
            }
            try ledger.setBytes(ActionRows.tableName, Position(1).key, to: first)
            try ledger.setBytes(ActionRows.tableName, key, to: first)
            try expectGivenUp(ledger, because: "row 2 of actions is not as it was stored")
        }
    }

    @Test(
        "A row that is hidden is missed, also where its absence would be nothing special",
        arguments: ["lists.1", "successions.1", "codes.1", "corrections.1"])
    func hidden(table: String) throws {
        try withLedger { ledger in
            try ledger.record([
                .establish("KS"), .establish("BUN"), .adopt("plan", actions: 2, by: "KS"),
                .close(1), .correct(4),
                .dissolveCommittee(code("BUN"), successor: code("KS")),
            ])
            _ = try ledger.registry.rebuild()
            let rows = try #require(try ledger.storedTables()[table])
            for (key, row) in rows {
                try ledger.setBytes(table, key, to: nil)
                // As if it lay where nobody looks: its number is right.
                try ledger.setBytes(table, [0xff] + key.dropFirst(), to: row)
                #expect(throws: ViewsError.self, "\(key)") {
                    try ledger.readStored { try LedgerDump($0) }
                }
                try ledger.setBytes(table, [0xff] + key.dropFirst(), to: nil)
                try ledger.setBytes(table, key, to: row)
                _ = try ledger.readStored { try LedgerDump($0) }
            }
        }
    }

    @Test("Recording, too, judges on no damaged row, and makes a new generation")
    func recorded() throws {
        try withLedger { ledger in
            try record(ledger)
            let key = Position(2).key
            let row = try #require(try ledger.storedTables()[ActionRows.tableName]?[key])
            try ledger.setBytes(ActionRows.tableName, key, to: Array(row.dropLast()))
            try ledger.record(.close(2))
            #expect(ledger.distrusted.all == ["row 2 of actions is not as it was stored"])
            #expect(try ledger.generations == ["generation-2"])
            #expect(try ledger.registry.read { $1.tail } == 0)
            ledger.close()
            #expect(try ledger.registry.rebuild().isClean)
        }
    }

    @Test("Bytes that are no row are not believed", arguments: ViewSet.tableNames)
    func row(table: String) throws {
        try withLedger { ledger in
            try record(ledger)
            let key = table == CodeRows.tableName ? CodeRows.key(of: code("KS")) : 1
            try ledger.setBytes(table, Position(key).key, to: [0xff])
            try expectGivenUp(ledger)
        }
    }

    @Test(
        "A generation that says nothing of itself, or no sense, is not taken for none",
        arguments: [nil, [0xff], []])
    func meta(bytes: [UInt8]?) throws {
        try withLedger { ledger in
            try record(ledger)
            try ledger.setBytes(GenerationMeta.tableName, GenerationMeta.key, to: bytes)
            try expectGivenUp(ledger)
        }
    }

    @Test("A generation that claims other rows than it has is not believed")
    func counts() throws {
        try withLedger { ledger in
            try record(ledger)
            let meta = try ledger.generationMeta
            let fewer = meta.modules.map {
                GenerationMeta.Module(name: $0.name, rowCount: max(1, $0.rowCount) - 1)
            }
            try ledger.setGenerationMeta(
                GenerationMeta(
                    frontier: meta.frontier, recordedAt: meta.recordedAt, modules: fewer))
            try expectGivenUp(ledger, because: "rows, and")
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
            try ledger.readStored { _ in }
        }
        try expectGivenUp(ledger, because: "derived from \(absorbed) entries")
        #expect(try committees(of: ledger) == 1)
        #expect(try ledger.audit().findings == [])
    }
}
