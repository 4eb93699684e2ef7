import Audit
import Checkpoints
import Coordinates
import EntryLog
import Files
import Handlingsplan
import LedgerSupport
import LogSupport
import PlanLog
import Registry
import TestSupport
import Testing
import TransparencyLog
import Views

/// The rows are in `attacks.md`.
@Suite("Void entries")
struct VoidEntryTests {
    @Test("The table is read")
    func table() throws {
        #expect(try VoidEntry.table.get().count == 42)
    }

    @Test(
        "Nobody obeys it, everybody names it, nothing is signed over it", arguments: VoidEntry.all)
    func void(entry: VoidEntry) throws {
        let forgery = try entry.forged()
        let first = try #require(entry.positions.first)
        var honest = forgery
        honest.entries.removeSubrange(Int(first.index)...)
        let before = try honest.ledger(in: TemporaryDirectory()).shown()
        let place = try TemporaryDirectory()
        let ledger = try forgery.ledger(in: place)
        for made in ["derived", "rebuilt"] {
            #expect(try ledger.read { try $1.voids().said } == entry.void, "\(made)")
            #expect(try (ledger.shown() != before) == entry.isObeyed, "\(made)")
            _ = try ledger.rebuild()
        }
        #expect(try (ledger.named() == entry.positions) == entry.namedBy.contains("audit"))
        let answers = try ledger.read { try $1.voids().open }
        #expect((answers == entry.positions) == entry.namedBy.contains("views"))

        let signed = Result { try ledger.signCheckpoint(with: TestLedger.checkpointKey) }
        #expect(((try? signed.get()) != nil) == entry.isSignedOver)
        #expect(throws: VoidEntriesUnsigned.self) { try signed.get() }
        let now = try ledger.read { $1.recordedAt }
        for (number, (command, key)) in entry.rightful.enumerated() {
            let request = Request(
                [Proposal(command)], commandID: "forged-\(300 + number)x", time: .rehearsed(now))
            let receipt = try ledger.record(request, signedBy: key).receipt
            let next = Position(UInt64(forgery.entries.count + number))
            #expect((receipt?.first == next) == entry.isRecordable)
        }
        #expect(try ledger.named() == entry.positions)
        _ = try ledger.rebuild()
        #expect(try ledger.named() == entry.positions)

        let run = try ledger.run(from: first, through: entry.positions.last ?? first)
        let request = Request(
            [Proposal(.disregard(run, reason: "Intrång, anmält"))], commandID: "seen",
            time: .rehearsed(now))
        let seen = try ledger.record(request, signedBy: TestLedger.founder).receipt?.first
        for made in ["derived", "rebuilt"] {
            let voids = try ledger.read { try $1.voids() }
            #expect(voids.said == entry.void && voids.open.isEmpty, "\(made)")
            #expect(entry.positions.allSatisfy { voids.dealtWithAt($0) == seen }, "\(made)")
            #expect(try ledger.named() == [], "\(made)")
            _ = try ledger.rebuild()
        }
        if entry.isPublished {
            _ = try ledger.signCheckpoint(with: TestLedger.checkpointKey)
        } else {
            #expect(throws: UnpublishableEntry.self) {
                try ledger.signCheckpoint(with: TestLedger.checkpointKey)
            }
        }
        #expect(try ledger.named() == [])
    }

    @Test("Both verifiers of what is published name it", arguments: VoidEntry.all)
    func published(entry: VoidEntry) throws {
        var forgery = try entry.forged()
        let auditor = try Auditor()
        // What is too long for a bundle is not published.
        guard entry.isPublished else {
            #expect(forgery.entries.removeLast().count > EntryBundle.maximumEntryByteCount)
            return
        }
        try forgery.remake(.everything)
        #expect(try auditor.audit(forgery.directory).findings.map(\.position) == entry.positions)
        let said = try auditor.runVerifier(forgery.directory).voids
            .map { "\($0.reason) at \($0.position)" }
        #expect(said.joined(separator: ", ") == entry.void)

        var dealtWith = try entry.forged()
        try dealtWith.disregard(entry.positions)
        try dealtWith.remake(.everything)
        #expect(try auditor.audit(dealtWith.directory).findings == [])
        #expect(try auditor.runVerifier(dealtWith.directory).findings.isEmpty)
    }
}

extension VoidEntry {
    /// Whether it can be, so that others name it.
    fileprivate var isPublished: Bool { namedBy.isSuperset(of: ["remote", "python"]) }

    /// What is recorded after it by those who may.
    fileprivate var rightful: [(Command, SigningKey)] {
        let report = (Command.report(4, .delayed), HonestLedger.registrar)
        return [(.establish("BN"), TestLedger.founder)] + (row == "v41" ? [] : [report])
    }
}

extension VoidEntry {
    var positions: [Position] {
        void.split(separator: ", ").compactMap {
            $0.split(separator: " ").last.flatMap { UInt64($0) }.map { Position($0) }
        }
    }
}

extension VoidEntries {
    /// As the table says it.
    fileprivate var said: String {
        positions.map { "\(self[$0]?.kind ?? "") at \($0)" }.joined(separator: ", ")
    }
}

/// What a ledger shows now.
private struct Shown: Equatable {
    let boards: [[Board.Row]]
    let rights: KeyRegister
}

extension Ledger {
    fileprivate func shown() throws -> Shown {
        try read { _, views in
            let now = Moment(
                effective: day("2014-12-24"), known: views.size.last ?? Position(0))
            return Shown(boards: try views.boards(at: now).map(\.rows), rights: try views.keys())
        }
    }

    /// The positions that an audit names, with nothing else.
    fileprivate func named() throws -> [Position?] {
        try audit(log, views, nil, checkpoints).findings.map(\.position)
    }
}

extension Forgery {
    /// A ledger that holds the entries.
    fileprivate func ledger(in place: TemporaryDirectory) throws -> Ledger {
        let path = place.path + "/ledger"
        try Folder.make(path, for: .owner)
        try Folder.make(path + "/log")
        do {
            let log = try Log.beginCopy(at: path + "/log", of: entries[0])
            try log.appendCopies(Array(entries.dropFirst()), after: TreeSize(1))
        }
        return try Ledger.open(at: path, .readWrite)
    }
}
