import Audit
import Checkpoints
import Coordinates
import EntryLog
import Foundation
import Handlingsplan
import LedgerSupport
import Registry
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("An attack on the stored bytes")
struct AttackTests {
    /// 300 entries: one full tile, and views that have absorbed most of them.
    static let clean = Result {
        let ledger = try TestLedger()
        try ledger.record([.establish("KS"), .establish("BUN")])
        try ledger.record(.adopt("plan", actions: 3, by: "KS", deadline: "senast i maj 2014"))
        while try ledger.size < TreeSize(300) {
            let size = try ledger.size.count
            try ledger.record(
                size.isMultiple(of: 7)
                    ? .report(2, Status.allCases[Int(size / 7) % 5]) : .amend(1, "Text \(size)"))
        }
        return try ledger.copy()
    }

    @Test("The ledger under attack is sound")
    func soundBefore() throws {
        let report = try TestLedger(Self.clean.get()).audit()
        #expect(report.findings == [])
        #expect(report.size == TreeSize(300))
        #expect(report.entryCount == 300)
    }

    @Test("The first finding says what was done, and where", arguments: Attack.all)
    func firstFinding(attack: Attack) throws {
        let ledger = try TestLedger(Self.clean.get())
        try attack.apply(StoredLog(ledger))
        let first = try #require(try ledger.audit().findings.first)
        #expect(first.position == attack.position.map { Position($0) })
        #expect(first.problem.kind == attack.kind)
    }

    /// Boards and roots of the clean ledger, whole and without its last entry.
    private static let honest = Result {
        let registry = try TestLedger(clean.get()).registry
        return try ([299, 300] as [UInt64]).map { count in
            try registry.log.read { log in
                let size = TreeSize(count)
                let views = try ViewSet(ofFirst: size, of: log, passing: VoidEntries())
                return (boards: try views.boardsNow(), root: try log.root(of: size))
            }
        }
    }

    @Test("No board, checkpoint or entry rests on it", arguments: Attack.all)
    func notObeyed(attack: Attack) throws {
        let honest = try Self.honest.get()
        for isRebuilt in [false, true] {
            let ledger = try TestLedger(Self.clean.get())
            try attack.apply(StoredLog(ledger))
            let registry = try ledger.registry
            if isRebuilt {
                registry.views.distrust()
                _ = try? registry.rebuild()
            }
            if let boards = try? registry.read({ try $1.boardsNow() }) {
                #expect(honest.contains { $0.boards == boards }, "boards, rebuilt: \(isRebuilt)")
            }
            if let signed = try? registry.signCheckpoint(with: TestLedger.checkpointKey).0 {
                #expect(honest.contains { $0.root == signed.root }, "rebuilt: \(isRebuilt)")
            }
            if let receipt = try? ledger.record(.establish("SN")).receipt {
                let seal = try registry.log.read { try $0.entry(at: receipt.first) { $0.seal } }
                #expect(honest.contains { $0.root == seal }, "rebuilt: \(isRebuilt)")
            }
        }
    }

    @Test(
        "A replay past it is not verified",
        arguments: Attack.all.filter { $0.isReplayed })
    func replayPast(attack: Attack) throws {
        let ledger = try TestLedger(Self.clean.get())
        try attack.apply(StoredLog(ledger))
        #expect(try !ledger.replay(known: 299).isVerified)
    }

    @Test(
        "What was recorded before it stays provable",
        arguments: Attack.all.filter { $0.position == 150 || $0.position == 151 })
    func replayBefore(attack: Attack) throws {
        let ledger = try TestLedger(Self.clean.get())
        let before = try ledger.replay(known: 149)
        #expect(before.isVerified)
        try attack.apply(StoredLog(ledger))
        #expect(try ledger.replay(known: 149) == before)
    }

    @Test("A time zone that was overwritten is found, and does not say where a day ends")
    func overwrittenTimeZone() throws {
        let ledger = try TestLedger()
        try ledger.record([.establish("KS"), .change(.timeZone("Pacific/Honolulu"))])
        try ledger.record(.establish("SN"))
        _ = try ledger.registry.rebuild()
        do {
            let log = try StoredLog(ledger)
            let zone = Array("Pacific/Honolulu".utf8)
            let entry = try log.entry(2)
            let offset = try #require(entry.indices.first { entry[$0...].starts(with: zone) })
            try log.flip(offset, of: 2)
        }
        let report = try ledger.replay(to: TestLedger.foundingDay)
        #expect(report.findings.first?.position == Position(2))
        #expect(!report.findings.contains { $0.problem == .rowDiffers(module: "settings", key: 1) })
    }

    @Test("What the head says of times and of the tree is not asked, and is written anew")
    func head() throws {
        let forgeries: [(Head) throws -> Head] = [
            { Head(frontier: $0.frontier, recordedAt: .recordable.upperBound) },
            { head in
                var frontier = Frontier()
                while frontier.size < head.size { frontier.append(.emptyTree) }
                return Head(frontier: frontier, recordedAt: head.recordedAt)
            },
        ]
        for (number, forge) in forgeries.enumerated() {
            let ledger = try TestLedger()
            try ledger.record(.establish("KS"))
            let head = try ledger.registry.log.read { $0.head }
            try StoredLog(ledger).setHead(try forge(head))
            #expect(try ledger.audit().findings.map(\.problem) == [.headDiffers])
            let key = TestLedger.checkpointKey
            let (checkpoint, _) = try ledger.registry.signCheckpoint(with: key)
            #expect(checkpoint.root == head.root, "\(number)")
            try ledger.record(.establish("SN"))
            #expect(try ledger.audit().findings == [])
        }
    }

    @Test("What a head says that no entry bears out is not remembered")
    func unseenHead() throws {
        let ledger = try TestLedger()
        try ledger.record(.establish("KS"))
        let honest = try ledger.registry.log.read { $0.head }
        let seen = SeenCheckpoints(folder: ledger.directory.path + "/seen")
        try seen.check(try ledger.registry.log)
        var frontier = honest.frontier
        frontier.append(.emptyTree)
        try StoredLog(ledger).setHead(Head(frontier: frontier, recordedAt: honest.recordedAt))
        try seen.check(try ledger.registry.log)
        #expect(try seen.last(of: ledger.registry.log.id)?.size == honest.size)
    }

    @Test("A founding entry that cannot be read is found without opening the log")
    func foundingEntry() throws {
        let ledger = try TestLedger(Self.clean.get())
        try StoredLog(ledger).flip(0, of: 0)
        let error = #expect(throws: EntryLogError.self) { try ledger.audit() }
        guard case .damagedEntry(let position, let detail) = error else {
            Issue.record("not a damaged entry")
            return
        }
        let report = audit(ofUnopenable: detail, at: position)
        #expect(report.findings.map(\.position) == [Position(0)])
        #expect(!report.isVerified)
    }

    @Test("Only a witness can tell that the end was cut off with all its traces")
    func cutClean() throws {
        let ledger = try TestLedger(Self.clean.get())
        do {
            let log = try StoredLog(ledger)
            try log.setHead(log.head(of: 299))
            try log.setRecord(of: log.commandID(299), to: nil)
            try log.setEntry(299, to: nil)
        }
        let report = try ledger.audit()
        #expect(report.isVerified)
        #expect(report.size == TreeSize(299))
    }

    @Test("Whatever byte of an entry is changed, the audit names that entry")
    func everyByte() throws {
        let small = try smallLedger()
        let length = try StoredLog(try TestLedger(small)).entry(2).count
        for offset in 0..<length {
            let ledger = try TestLedger(small)
            try StoredLog(ledger).flip(offset, of: 2)
            #expect(
                try ledger.audit().findings.first?.position == Position(2), "offset \(offset)")
        }
    }

    private func smallLedger() throws -> LedgerCopy {
        let ledger = try TestLedger()
        try ledger.record([.establish("KS"), .adopt("plan", by: "KS"), .amend(1, "Text")])
        return try ledger.copy()
    }
}

extension ViewSet {
    fileprivate func boardsNow() throws -> [[Board.Row]] {
        let now = Moment(effective: day("2014-12-24"), known: size.last ?? Position(0))
        return try boards(at: now).map(\.rows)
    }
}

extension TestLedger {
    func replay(to day: CalendarDate) throws -> ReplayReport {
        let registry = try registry
        return try Audit.replay(registry.log, registry.views, to: day)
    }

    /// Replays up to a position, for a day on which all of the ledger's acts are in force.
    func replay(known position: UInt64, only code: CommitteeCode? = nil) throws -> ReplayReport {
        let registry = try registry
        let moment = Moment(effective: day("2014-12-31"), known: Position(position))
        return try Audit.replay(registry.log, registry.views, at: moment, only: code)
    }
}
