import Audit
import CBOR
import Coordinates
import EntryLog
import Foundation
import Handlingsplan
import LMDB
import LedgerSupport
import Registry
import TestSupport
import Testing
import TransparencyLog

@testable import Views

@Suite("Generations of rows")
struct GenerationTests {
    private func record(_ ledger: TestLedger) throws {
        try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS"), .close(1)])
    }

    @Test("A rebuild takes the old one's place, and its readers read on")
    func readersReadOn() throws {
        try withLedger { ledger in
            try record(ledger)
            let registry = try ledger.registry
            _ = try registry.rebuild()
            #expect(try ledger.generations == ["generation-1"])
            try registry.read { _, old in
                let before = try LedgerDump(old)
                for number in 2...6 {
                    try ledger.record(.amend(2, "Text \(number)"))
                    _ = try registry.rebuild()
                    #expect(try ledger.generations == ["generation-\(number)"])
                    #expect(try registry.read { $1.tail } == 0)
                    #expect(try LedgerDump(old) == before)
                }
            }
        }
    }

    @Test("Rebuilds follow each other without anybody reading in between")
    func rebuildsInARow() throws {
        try withLedger { ledger in
            try record(ledger)
            try ledger.registry.read { _, old in
                let before = try LedgerDump(old)
                for _ in 1...20 { _ = try ledger.registry.rebuild() }
                #expect(try LedgerDump(old) == before)
            }
            #expect(try ledger.generations == ["generation-20"])
        }
    }

    @Test("Another process rebuilds while this one reads")
    func otherProcess() async throws {
        let ledger = try TestLedger()
        try record(ledger)
        let registry = try ledger.registry
        _ = try registry.rebuild()
        let old = try registry.read { $1 }
        let before = try LedgerDump(old)
        let path = ledger.directory.path
        await #expect(processExitsWith: .success) { [path = path as String] in
            _ = try Ledger.open(at: path, .readOnly).rebuild()
        }
        #expect(try ledger.generations == ["generation-2"])
        #expect(try LedgerDump(old) == before)
        #expect(try registry.read { try LedgerDump($1) } == before)
        #expect(try ledger.audit().findings == [])
    }

    @Test("What a build that was killed left behind is cleared away")
    func litter() throws {
        try withLedger { ledger in
            try record(ledger)
            _ = try ledger.registry.rebuild()
            let files = FileManager.default
            for name in ["generation-2", "generation-7"] {
                try files.createDirectory(
                    atPath: ledger.viewsPath + "/" + name, withIntermediateDirectories: true)
                try Data([1, 2, 3])
                    .write(to: URL(filePath: ledger.viewsPath + "/\(name)/data.mdb"))
            }
            try files.createSymbolicLink(
                atPath: ledger.viewsPath + "/current.new", withDestinationPath: "generation-7")
            #expect(try ledger.registry.read { $1.tail } == 0)
            _ = try ledger.registry.rebuild()
            #expect(
                try files.contentsOfDirectory(atPath: ledger.viewsPath).sorted()
                    == ["build.lock", "current", "generation-2"])
            #expect(try ledger.registry.read { $1.tail } == 0)
        }
    }

    @Test("A link that leads nowhere is as good as none")
    func danglingLink() throws {
        try withLedger { ledger in
            try record(ledger)
            _ = try ledger.registry.rebuild()
            ledger.close()
            try FileManager.default.removeItem(atPath: ledger.viewsPath + "/generation-1")
            #expect(try ledger.registry.read { $1.tail } == 3)
            _ = try ledger.registry.rebuild()
            #expect(try ledger.registry.read { $1.tail } == 0)
        }
    }

    @Test("Rows of other module versions are not read, and the next flush replaces them")
    func otherVersions() throws {
        try withLedger { ledger in
            try record(ledger)
            _ = try ledger.registry.rebuild()
            try ledger.setGenerationMeta(
                GenerationMeta(size: TreeSize(4), root: .emptyTree, modules: ["actions.0"]).encoded)
            let registry = try ledger.registry
            #expect(try registry.read { $1.tail } == 3)
            try registry.read { try registry.views.flush($1, of: $0) }
            #expect(try ledger.generations == ["generation-2"])
            #expect(try registry.read { $1.tail } == 0)
        }
    }

    @Test("A module whose version changed is derived alone, and the others stay as they are")
    func oneOtherVersion() throws {
        try withLedger { ledger in
            try record(ledger)
            _ = try ledger.registry.rebuild()
            let before = try ledger.storedTables()
            let stored = try #require(before[GenerationMeta.tableName]?[GenerationMeta.key])
            let meta = try GenerationMeta(decoding: stored.span.bytes)
            let older = meta.modules.map { $0 == ActionRows.tableName ? "actions.0" : $0 }
            try ledger.setGenerationMeta(
                GenerationMeta(size: meta.size, root: meta.root, modules: older).encoded)
            // What only deriving them anew would mend, in a row of either kind.
            try ledger.setRow(ActionRows.tableName, Position(1).key, to: [0x80])
            try ledger.setRow(CommitteeRows.tableName, Position(9).key, to: [0x80])
            _ = try ledger.registry
            var after = try ledger.storedTables()
            #expect(after[CommitteeRows.tableName]?.removeValue(forKey: Position(9).key) == [0x80])
            #expect(after == before)
            #expect(try ledger.generations == ["generation-1"])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("A rebuild names each row that was not what the entries give, and its first entry")
    func drifts() throws {
        try withLedger { ledger in
            try record(ledger)
            #expect(try ledger.registry.rebuild().isClean)
            #expect(try ledger.registry.rebuild().isClean)
            let tables = try ledger.storedTables()
            let row = try #require(tables[ActionRows.tableName]?[Position(1).key])
            var items = try [ChronicleItem](decoding: row.span.bytes)
            let last = items.removeLast()
            try ledger.setRow(ActionRows.tableName, Position(1).key, to: items.encoded)
            let list = ListRows.key(of: .committee(CommitteeNumber(1)))
            try ledger.setRow(ListRows.tableName, Position(list).key, to: [ActionNumber]().encoded)
            let corrections = EntryCorrections().encoded
            try ledger.setRow(CorrectionRows.tableName, Position(2).key, to: corrections)
            let report = try ledger.registry.rebuild()
            guard case .compared(let drifts) = report.comparison else {
                Issue.record("not compared: \(report.comparison)")
                return
            }
            let decided = try #require(items.first).stamp.position
            #expect(
                drifts == [
                    Drift(module: "actions", key: 1, position: last.stamp.position),
                    Drift(module: "lists", key: list, position: decided),
                    Drift(module: "corrections", key: 2, position: Position(2)),
                ])
            #expect(try ledger.registry.rebuild().isClean)
            try ledger.setRow(ActionRows.tableName, Position(1).key, to: [0xff])
            #expect(try !ledger.registry.rebuild().isClean)
            #expect(try ledger.registry.rebuild().isClean)
        }
    }
}
