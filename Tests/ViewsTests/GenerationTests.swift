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

    @Test(
        "Where a module has another version, no rows are read, and the next flush replaces all",
        arguments: [true, false])
    func otherVersions(isOnlyOne: Bool) throws {
        try withLedger { ledger in
            try record(ledger)
            _ = try ledger.registry.rebuild()
            let meta = try ledger.generationMeta
            let modules = meta.modules.compactMap { module in
                module.name == ActionRows.tableName
                    ? GenerationMeta.Module(name: "actions.0", rowCount: 9)
                    : isOnlyOne ? module : nil
            }
            try ledger.setGenerationMeta(
                GenerationMeta(
                    frontier: meta.frontier, recordedAt: meta.recordedAt, modules: modules))
            let registry = try ledger.registry
            #expect(try registry.read { $1.tail } == 3)
            #expect(try ledger.generations == ["generation-1"], "opening derives nothing")
            try registry.read { try registry.views.flush($1, of: $0) }
            #expect(try ledger.generations == ["generation-2"])
            #expect(try registry.read { $1.tail } == 0)
        }
    }

    @Test("An attestation that is changed, cut, exchanged or gone is found, and a rebuild mends it")
    func attestation() throws {
        try withLedger { ledger in
            try record(ledger)
            func attest(_ word: String) throws -> [UInt8] {
                let bytes = Array("{\"\(word)\": 1}\n".utf8)
                _ = try ledger.registry.rebuild(attest: { _ in bytes })
                return bytes
            }
            let older = try attest("older")
            let bytes = try attest("newer")
            let path = ledger.viewsPath + "/current/attestation.json"
            #expect(FileManager.default.contents(atPath: path).map(Array.init) == bytes)
            #expect(try ledger.audit().findings == [])
            let changed = bytes.indices.map { index in
                var changed = bytes
                changed[index] ^= 1
                return changed
            }
            for wrong in changed + [[], Array(bytes.dropLast()), bytes + [10], older] {
                try Data(wrong).write(to: URL(filePath: path))
                #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
            }
            try FileManager.default.removeItem(atPath: path)
            #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
            _ = try attest("again")
            #expect(try ledger.audit().findings == [])
            // It speaks of what the rebuild made, however far the rows have come since.
            try ledger.record(.amend(2, "Text"))
            let registry = try ledger.registry
            try registry.read { try registry.views.flush($1, of: $0) }
            #expect(try registry.read { $1.tail } == 0)
        }
    }

    @Test("A rebuild names each row that was not what the entries give, and its first entry")
    func drifts() throws {
        try withLedger { ledger in
            try record(ledger)
            #expect(try ledger.registry.rebuild().isClean)
            #expect(try ledger.registry.rebuild().isClean)
            var items = try #require(try ledger.readStored { try $0[ActionRows.self][1] }).items
            let last = items.removeLast()
            try ledger.setRow(ActionRows.self, 1, to: items.encoded)
            let list = ListRows.key(of: .committee(CommitteeNumber(1)))
            try ledger.setRow(ListRows.self, list, to: [ActionNumber]().encoded)
            try ledger.setRow(CorrectionRows.self, 2, to: EntryCorrections().encoded)
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
            try ledger.setBytes(ActionRows.tableName, Position(1).key, to: [0xff])
            #expect(try !ledger.registry.rebuild().isClean)
            #expect(try ledger.registry.rebuild().isClean)
        }
    }
}
