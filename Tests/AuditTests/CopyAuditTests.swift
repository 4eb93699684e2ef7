import Audit
import Checkpoints
import Coordinates
import EntryLog
import Files
import Foundation
import Handlingsplan
import LMDB
import LedgerSupport
import PlanLog
import Publication
import Registry
import TestSupport
import Testing
import TransparencyLog

@Suite("Audits of a published ledger, with a copy")
struct CopyAuditTests {
    private let place: TemporaryDirectory
    private static let witness = TestLedger.key(20)
    private static let witnessKey = VerificationKey(
        name: "vittne.example", type: .cosignature, publicKey: witness.publicKey)!

    init() throws { place = try TemporaryDirectory() }

    private var copy: String { place.path + "/copy" }
    private var published: String { place.path + "/published" }

    private func publish(_ ledger: TestLedger) throws {
        let registry = try ledger.registry
        // Whatever is in it.
        let (checkpoint, note) = try registry.checkpoints.sign(
            registry.log, with: TestLedger.checkpointKey
        ) { log, _ in log.head.root }
        _ = try Publication(path: published).publish(
            registry.log, checkpoint, note, beside: registry.checkpoints)
    }

    private func audit(
        copyAt path: String? = nil, believing witnesses: [VerificationKey] = []
    ) throws -> PublishedReport {
        let source = PublishedSource(published, fetchingInto: place.path + "/fetched")
        return try Audit.audit(
            PublishedLog(source), signedBy: TestLedger.founding.verificationKey,
            copyAt: path ?? copy, against: OutsideKnowledge(witnesses: witnesses))
    }

    /// A witness sees the newest checkpoint.
    private func cosign(_ ledger: TestLedger, at time: Timestamp) throws {
        let registry = try ledger.registry
        let (checkpoint, note) = try registry.signCheckpoint(with: TestLedger.checkpointKey)
        let cosignature = try NoteSignature.cosign(
            note.text, at: time.milliseconds / 1000, as: Self.witnessKey.name,
            with: Self.witness)
        try registry.checkpoints.keep(
            note.adding([cosignature]), of: checkpoint.size,
            signedBy: TestLedger.founding.verificationKey)
    }

    @Test("The second audit reads only what is new, and the copy answers as the ledger does")
    func incremental() throws {
        try withLedger { ledger in
            try ledger.record(
                [.establish("KS"), .adopt("plan", by: "KS")] as [Command])
            for _ in 0..<260 { try ledger.record(.report(1, .ongoing)) }
            try publish(ledger)
            let first = try audit()
            #expect(first.findings == [])
            #expect(first.entryCount == 263)
            try ledger.record(.close(1))
            try publish(ledger)
            let second = try audit()
            #expect(second.findings == [])
            #expect(second.before == TreeSize(263))
            #expect(second.entryCount == 1)
            // The checkpoint, the list of sizes, the last bundle, and its tile.
            #expect(second.fileCount == 4)
            #expect(try audit().fileCount == 2)
            let boards = try [ledger.directory.path, copy].map { path in
                if path == ledger.directory.path { ledger.close() }
                return try Ledger.open(at: path, .readOnly).read { log, views in
                    try views.boards(
                        at: Moment(effective: day("2014-06-01"), known: try #require(log.size.last))
                    )
                }
            }
            #expect(boards[0] == boards[1])
        }
    }

    @Test("What is found is found again, and no rebuild makes it go away")
    func lasting() throws {
        let ledger = try TestLedger()
        try ledger.record(.establish("KS"))
        let head = try ledger.registry.log.read { $0.head }
        let act = Act(
            effective: day("2014-01-02"),
            events: [.committeeEstablished(CommitteeNumber(2), Naming(code: code("X"), name: "X"))])
        _ = try ledger.registry.log.append(
            SealedBatch(
                act.parts(contentByteLimit: SealedBatch.contentByteLimit).map(\.content),
                commandID: try #require(CommandID("forced")), on: head, recordedAt: ledger.now,
                signedBy: TestLedger.key(9)))
        try publish(ledger)
        for _ in 0..<2 {
            #expect(try audit().findings.map(\.problem.kind) == ["signer"])
            let copied = try Ledger.open(at: copy, .readOnly)
            #expect(throws: CopyIsNotRecordedIn.self) { try copied.rebuild() }
            #expect(throws: UnverifiedCopy.self) { try copied.read { _, _ in } }
        }
    }

    @Test("A cosignature that came after the checkpoint was first read is not missed")
    func laterCosignature() throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            try publish(ledger)
            #expect(try audit(believing: [Self.witnessKey]).sightings.all.isEmpty)
            let seen = Timestamp(milliseconds: ledger.now.milliseconds)
            try cosign(ledger, at: seen)
            try ledger.record(.establish("SN"))
            try publish(ledger)
            let report = try audit(believing: [Self.witnessKey])
            #expect(report.findings == [])
            #expect(report.sightings.all.map(\.size) == [TreeSize(2)])
        }
    }

    @Test("A server that takes back a cosignature does not take it from the copy")
    func cosignatureTakenBack() throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            try cosign(ledger, at: ledger.now)
            try publish(ledger)
            #expect(try audit(believing: [Self.witnessKey]).sightings.all.count == 1)
            let note = try #require(try WholeFile.read(published + "/checkpoint"))
            let bare = try SignedNote(note)
            try WholeFile.write(
                SignedNote(text: bare.text, signatures: [bare.signatures[0]]).bytes,
                to: published + "/checkpoint")
            try FileManager.default.removeItem(atPath: published + "/liggare/checkpoints")
            #expect(try audit(believing: [Self.witnessKey]).sightings.all.count == 1)
        }
    }

    @Test("A history that contradicts the copy is found, kept as evidence, and told ever after")
    func fork() throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            let backup = try ledger.copy()
            try ledger.record(.establish("SN"))
            try publish(ledger)
            #expect(try audit().findings == [])
            let honest = place.path + "/honest"
            try FileManager.default.moveItem(atPath: published, toPath: honest)
            let other = try TestLedger(backup)
            try other.record(.establish("BUN"))
            try publish(other)
            #expect(try audit().findings.map(\.problem.kind) == ["against"])
            try FileManager.default.removeItem(atPath: published)
            try FileManager.default.moveItem(atPath: honest, toPath: published)
            let later = try audit().findings
            #expect(later.map(\.problem.kind) == ["against"])
            #expect("\(later)".contains("contradicting/3"))
        }
    }

    @Test("A ledger, another's copy, and a folder with something in it are left as they are")
    func notACopy() throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            try publish(ledger)
            ledger.close()
            #expect(throws: NotACopy.self) { try audit(copyAt: ledger.directory.path) }
            try ledger.record(.establish("SN"))
            #expect(throws: NotACopy.self) { try audit(copyAt: published) }
            #expect(try audit().findings == [])
            let key = try #require(
                VerificationKey(
                    name: "annan.example", type: .ed25519,
                    publicKey: TestLedger.checkpointKey.publicKey))
            #expect(throws: NotACopy.self) { try CopyMark.published.put(on: copy, of: key) }
        }
    }

    enum CutOff: CaseIterable { case drafted, named, halfNamed, unfounded }

    @Test("A first audit that was cut off works the second time", arguments: CutOff.allCases)
    func cutOff(_ place: CutOff) throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            try publish(ledger)
            let log = copy + "/log"
            if place == .drafted {
                try FileManager.default.createDirectory(
                    atPath: copy, withIntermediateDirectories: false)
                try Data("pro".utf8).write(to: URL(filePath: copy + "/.draft-1f"))
            } else {
                try FileManager.default.createDirectory(
                    atPath: copy, withIntermediateDirectories: false)
                try CopyMark.published.put(on: copy, of: TestLedger.founding.verificationKey)
                try FileManager.default.createDirectory(
                    atPath: log, withIntermediateDirectories: false)
            }
            switch place {
            case .drafted: break
            case .named: try Data().write(to: URL(filePath: log + "/data.mdb"))
            case .halfNamed: try Data(count: 4096).write(to: URL(filePath: log + "/data.mdb"))
            case .unfounded: _ = try Environment(path: log, access: .create, tables: [])
            }
            let report = try audit()
            #expect(report.findings == [])
            #expect(report.entryCount == 2)
            #expect(try audit().entryCount == 0)
        }
    }

    @Test("A command whose entries a checkpoint parts is one command, in the copy as in the ledger")
    func partedCommand() throws {
        let ledger = try TestLedger()
        try ledger.record(["KS", "SN", "BUN"].map { Proposal(.establish($0)) })
        for size in [2, 4] as [UInt64] {
            // No such checkpoint is ever signed here; another program might.
            let registry = try ledger.registry
            let checkpoint = Checkpoint(
                origin: TestLedger.founding.origin, size: TreeSize(size),
                root: try registry.log.read { try $0.root(of: TreeSize(size)) })
            _ = try Publication(path: published).publish(
                registry.log, checkpoint, try checkpoint.signed(with: TestLedger.checkpointKey),
                beside: registry.checkpoints)
            let report = try audit()
            #expect(report.findings == [])
            #expect(report.size == TreeSize(size))
            #expect(report.entryCount == 2)
        }
        let whole = try Log.open(at: copy + "/log", .readOnly)
        let positions = try whole.read { log in
            try log.positions(of: try log.entry(at: Position(1)) { $0.commandID })
        }
        #expect(positions == Position(1)..<Position(4))
    }
}
