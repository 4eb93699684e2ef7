import Annexes
import Audit
import Backups
import Checkpoints
import Coordinates
import EntryLog
import Foundation
import Handlingsplan
import LedgerSupport
import Publication
import Registry
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("Backups")
struct BackupTests {
    @Test("A backup has all entries, annexes and checkpoints, and later ones add to it")
    func addsTo() throws {
        try withBackup { ledger, backup in
            let first = try backup.update(from: ledger.registry, keeping: 2)
            #expect(first.findings == [])
            #expect(first.before == nil)
            #expect(first.annexCount == 1)
            #expect(first.checkpointCount == 1)
            #expect(try first.root == ledger.registry.log.read { $0.head.root })

            try ledger.record(.establish("SN"))
            let second = try backup.update(from: ledger.registry, keeping: 2)
            #expect(second.findings == [])
            #expect(second.before == first.size)
            #expect(second.verifiedBefore == first.size)
            #expect(try second.root == ledger.registry.log.read { $0.head.root })
            #expect(second.olderSizes == [first.size])

            let third = try backup.update(from: ledger.registry, keeping: 2, verifyingAll: true)
            #expect(third.findings == [])
            #expect(third.before == second.size)
            #expect(third.verifiedBefore == TreeSize(0))
        }
    }

    @Test("What was found is found again until it is mended, and meanwhile no earlier state goes")
    func openFindings() throws {
        try withBackup { ledger, backup in
            _ = try backup.update(from: ledger.registry, keeping: 1)
            try ledger.record(.establish("N1"))
            _ = try backup.update(from: ledger.registry, keeping: 1)
            let before = try backup.olderSizes()
            let annex = URL(
                filePath: backup.path + "/annexes/ba/" + Annex.samples[0].digest.description)
            let content = try Data(contentsOf: annex)
            try FileManager.default.removeItem(at: annex)
            try Data("abd".utf8).write(to: annex)
            #expect(try !backup.update(from: ledger.registry, verifyingAll: true).isSound)
            // Nor does another night, which looks only at what is new.
            for number in 2..<5 {
                try ledger.record(.establish("N\(number)"))
                #expect(try !backup.update(from: ledger.registry, keeping: 1).isSound)
            }
            #expect(try backup.olderSizes() == before)
            #expect(throws: UnverifiedCopy.self) { try backup.openVerified() }
            try FileManager.default.removeItem(at: annex)
            try content.write(to: annex)
            #expect(try backup.update(from: ledger.registry, keeping: 1).findings == [])
            #expect(throws: Never.self) { try backup.openVerified() }
        }
    }

    @Test("An annex of the ledger that is not as it was is found where all is verified")
    func changedAnnex() throws {
        try withBackup { ledger, backup in
            _ = try backup.update(from: ledger.registry)
            let digest = Annex.samples[0].digest
            let annex = URL(filePath: try ledger.registry.annexes.path(of: digest.bytes))
            let content = try Data(contentsOf: annex)
            try FileManager.default.removeItem(at: annex)
            try Data("abd".utf8).write(to: annex)
            let report = try backup.update(from: ledger.registry, verifyingAll: true)
            guard case .annexLost(digest, .differs) = report.findings.first?.problem else {
                Issue.record("\(report.findings)")
                return
            }
            try FileManager.default.removeItem(at: annex)
            try content.write(to: annex)
        }
    }

    @Test("What lies among the annexes and is none stops no backup")
    func oddAnnexes() throws {
        try withBackup { ledger, backup in
            let folder = ledger.directory.path + "/annexes/2d"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            let name = "2d" + String(repeating: "0", count: 62)
            #expect(mkfifo(folder + "/" + name, 0o600) == 0)
            try FileManager.default.createDirectory(
                atPath: folder + "/2d1" + String(repeating: "0", count: 61),
                withIntermediateDirectories: false)
            #expect(try backup.update(from: ledger.registry).findings == [])
            try FileManager.default.removeItem(atPath: folder)
        }
    }

    @Test(
        "A backup within the ledger, or around it, is none", arguments: ["/annexes/x", "", "/.."])
    func nested(place: String) throws {
        let ledger = try TestLedger()
        try ledger.record(.establish("KS"))
        let path = try ledger.registry.directory
        let before = try ledger.directory.fileNames
        #expect(throws: NestedPlace.self) {
            try Backup(at: path + place).update(from: ledger.registry)
        }
        #expect(try ledger.directory.fileNames.filter { $0 != "annexes" } == before)
    }

    @Test("Earlier states are backups themselves, as many as are wanted")
    func older() throws {
        try withBackup { ledger, backup in
            var sizes: [TreeSize] = []
            for number in 0..<4 {
                if number > 0 { try ledger.record(.establish("N\(number)")) }
                sizes.append(try backup.update(from: ledger.registry, keeping: 2).size)
            }
            #expect(try backup.olderSizes() == [sizes[1], sizes[2]])
            let older = backup.path + "/older/\(sizes[1])"
            #expect(try CopyMark(on: older) == .backup)
            let kept = try Ledger.open(at: older, .readOnly)
            let report = try audit(kept.log, kept.views, kept.annexes, kept.checkpoints)
            #expect(report.findings == [])
            #expect(report.size == sizes[1])
            #expect(report.areAnnexesChecked && report.annexCount == 1)
        }
    }

    @Test("A ledger that lost entries, or has others, is refused, and the backup stays as it is")
    func notAnExtension() throws {
        let ledger = try TestLedger()
        try ledger.record(.establish("KS"))
        let old = try ledger.copy()
        try ledger.record(.establish("SN"))
        let place = try TemporaryDirectory()
        let backup = Backup(at: place.path + "/backup")
        let held = try backup.update(from: ledger.registry)
        let before = try Data(contentsOf: URL(filePath: backup.path + "/log/data.mdb"))

        let shorter = try TestLedger(old)
        let there = try FileManager.default.subpathsOfDirectory(atPath: backup.path)
        #expect(throws: NotAnExtension.self) { try backup.update(from: shorter.registry) }
        try shorter.record(.establish("BN"))
        let error = #expect(throws: NotAnExtension.self) {
            try backup.update(from: shorter.registry)
        }
        #expect(error?.copied == held.size)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: backup.path) == there)
        #expect(try Data(contentsOf: URL(filePath: backup.path + "/log/data.mdb")) == before)
    }

    @Test("What the ledger has lost of annexes and checkpoints is found, and the backup keeps it")
    func lost() throws {
        try withBackup { ledger, backup in
            let held = try backup.update(from: ledger.registry)
            let annex = Annex.samples[0]
            let file = try ledger.registry.annexes.path(of: annex.digest.bytes)
            let checkpoint = ledger.directory.path + "/checkpoints/\(held.size)"
            let contents = try [file, checkpoint].map { try Data(contentsOf: URL(filePath: $0)) }
            for path in [file, checkpoint] { try FileManager.default.removeItem(atPath: path) }
            let report = try backup.update(from: ledger.registry)
            #expect(
                report.findings.map(\.problem)
                    == [.checkpointRemoved(held.size), .annexLost(annex.digest, .missing)])
            #expect(report.annexCount == 1)
            #expect(report.checkpointCount == 1)
            for (path, content) in zip([file, checkpoint], contents) {
                try content.write(to: URL(filePath: path))
            }
        }
    }

    @Test("A backup with a rotten page is refused, and nothing is added to it")
    func rotten() throws {
        try withBackup { ledger, backup in
            _ = try backup.update(from: ledger.registry)
            let file = URL(filePath: backup.path + "/log/data.mdb")
            var bytes = try Data(contentsOf: file)
            // The page number in the header of the first page that is no meta page.
            bytes[2 * 4096] ^= 1
            try bytes.write(to: file)
            try ledger.record(.establish("SN"))
            #expect(throws: DamagedBackup.self) { try backup.update(from: ledger.registry) }
            #expect(try Data(contentsOf: file) == bytes)
        }
    }

    @Test("An entry that was changed in the ledger is found in what is copied")
    func forged() throws {
        try withBackup { ledger, backup in
            let copied = try Data(contentsOf: URL(filePath: ledger.logPath + "/data.mdb"))
            var forged = copied
            // A name in an entry, which its signature covers; also in pages that are free.
            for place in forged.ranges(of: Data("Nämnden KS".utf8)) {
                forged[place.lowerBound] ^= 1
            }
            ledger.close()
            try forged.write(to: URL(filePath: ledger.logPath + "/data.mdb"))
            let report = try backup.update(from: ledger.registry)
            #expect(report.findings.map(\.problem).contains(.badSignature))
            ledger.close()
            try copied.write(to: URL(filePath: ledger.logPath + "/data.mdb"))
        }
    }

    @Test("A directory with something else in it is left as it is")
    func other() throws {
        let ledger = try TestLedger()
        let place = try TemporaryDirectory()
        try Data().write(to: URL(filePath: place.path + "/letter.txt"))
        #expect(throws: NotACopy.self) {
            try Backup(at: place.path).update(from: ledger.registry)
        }
        #expect(try place.fileNames == ["letter.txt"])
    }

    @Test("A first backup that was cut off begins anew")
    func cutOff() throws {
        try withBackup { ledger, backup in
            let manager = FileManager.default
            try manager.createDirectory(
                atPath: backup.path + "/log.new", withIntermediateDirectories: true)
            try Data([1, 2, 3]).write(to: URL(filePath: backup.path + "/log.new/data.mdb"))
            try CopyMark.backup.write(on: backup.path, of: TestLedger.founding.verificationKey)
            #expect(try backup.update(from: ledger.registry).isSound)
            #expect(!manager.fileExists(atPath: backup.path + "/log.new"))
        }
    }

    @Test("Where it lies is remembered with the ledger, the newest backup of each place")
    func remembered() throws {
        try withBackup { ledger, backup in
            let memory = BackupMemory(ofLedgerAt: ledger.directory.path)
            #expect(try memory.all() == [])
            let report = try backup.update(from: ledger.registry)
            for (place, day) in [("/b", 1), ("/a", 2), ("/b", 3)] {
                try memory.remember(
                    report, in: place, at: Timestamp(milliseconds: Int64(day) * 86_400_000))
            }
            #expect(try memory.all().map(\.place) == ["/a", "/b"])
            #expect(try memory.all().map(\.time.milliseconds) == [2 * 86_400_000, 3 * 86_400_000])
            #expect(try memory.all().map(\.root) == [report.root, report.root])
        }
    }
}

/// Lends a ledger with an annex and a checkpoint, and a place for its backup; all of the ledger is
/// audited in the end.
func withBackup(_ body: (TestLedger, Backup) throws -> Void) throws {
    try withLedger { ledger in
        try ledger.record(.establish("KS"))
        try ledger.record(.attach(.committee(code("KS")), Annex.samples[0]))
        let annex = ledger.directory.path + "/abc.txt"
        try Data("abc".utf8).write(to: URL(filePath: annex))
        _ = try ledger.registry.annexes.store(fileAt: annex)
        try FileManager.default.removeItem(atPath: annex)
        _ = try ledger.registry.signCheckpoint(with: TestLedger.checkpointKey)
        let place = try TemporaryDirectory()
        try body(ledger, Backup(at: place.path + "/backup"))
    }
}
