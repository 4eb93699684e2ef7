import Audit
import Backups
import Checkpoints
import Coordinates
import EntryLog
import Files
import Foundation
import Handlingsplan
import LedgerSupport
import Registry
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("Restoring")
struct RestorationTests {
    @Test("What is restored is the ledger: the same root and boards, and it is recorded in")
    func whole() throws {
        try withBackup { ledger, backup in
            let held = try backup.update(from: ledger.registry)
            let place = try TemporaryDirectory()
            let report = try Restoration(from: backup.path, to: place.path).run()
            #expect(report.findings == [])
            #expect(report.head.root == held.root)
            #expect(report.leftOut == 0)
            let restored = try Ledger.open(at: place.path, .readWrite)
            #expect(restored.copy == nil)
            #expect(
                try restored.read { _, views in try views.committees() }
                    == ledger.registry.read { _, views in try views.committees() })
            let request = try ledger.request(.establish("SN"))
            let recorded = try restored.record(request, signedBy: TestLedger.founder)
            #expect(recorded.receipt?.size == held.size.end.treeSize)
        }
    }

    @Test("Up to a position, later entries and the checkpoints over them are left out, and told")
    func part() throws {
        try withBackup { ledger, backup in
            let held = try backup.update(from: ledger.registry)
            let place = try TemporaryDirectory()
            let size = TreeSize(2)
            let report = try Restoration(from: backup.path, to: place.path, upTo: size).run()
            // The annex is there, and named by none of its entries.
            #expect(report.findings == [])
            #expect(report.head.size == size)
            #expect(try report.head.root == ledger.registry.log.read { try $0.root(of: size) })
            #expect(report.leftOut == held.size.count - 2)
            #expect(report.checkpointsLeftOut == [held.size])
            let beyond = Restoration(
                from: backup.path, to: place.path + "/beyond", upTo: held.size.end.treeSize)
            #expect(throws: ShorterBackup.self) { try beyond.run() }
        }
    }

    @Test("A command is restored whole, or not at all, and nothing is made of a wrong position")
    func withinCommand() throws {
        try withLedger { ledger in
            try ledger.record([
                Proposal(.establish("KS")), Proposal(.establish("SN")),
            ])
            let place = try TemporaryDirectory()
            let backup = Backup(at: place.path + "/backup")
            _ = try backup.update(from: ledger.registry)
            let to = place.path + "/ledger"
            let error = #expect(throws: WithinCommand.self) {
                try Restoration(from: backup.path, to: to, upTo: TreeSize(2)).run()
            }
            #expect(error?.positions == Position(1)..<Position(3))
            #expect(!FileManager.default.fileExists(atPath: to))
            #expect(try Restoration(from: backup.path, to: to, upTo: TreeSize(1)).run().isSound)
            #expect(throws: NoBackup.self) { try Restoration(from: to + "/x", to: to).run() }
        }
    }

    @Test(
        "A directory with something else is left as it is; one that it was cut off in is finished")
    func places() throws {
        try withBackup { ledger, backup in
            _ = try backup.update(from: ledger.registry)
            let place = try TemporaryDirectory()
            let ready = place.path + "/ready"
            _ = try Restoration(from: backup.path, to: ready).run()
            #expect(throws: NotEmpty.self) {
                try Restoration(from: backup.path, to: ready).run()
            }
            // As it is between giving the log its name and the end.
            let mark = Data("\(try Folder.fullPath(backup.path))\nall\n".utf8)
            try mark.write(to: URL(filePath: ready + "/restoring"))
            #expect(try Restoration(from: backup.path, to: ready).run().isSound)
            #expect(!FileManager.default.fileExists(atPath: ready + "/restoring"))

            let begun = place.path + "/begun"
            try FileManager.default.createDirectory(
                atPath: begun + "/log.new", withIntermediateDirectories: true)
            try mark.write(to: URL(filePath: begun + "/restoring"))
            try Data([7]).write(to: URL(filePath: begun + "/log.new/data.mdb"))
            #expect(try Restoration(from: backup.path, to: begun).run().isSound)
            #expect(throws: NotEmpty.self) {
                try Restoration(from: backup.path, to: begun, upTo: TreeSize(1)).run()
            }
        }
    }
}
