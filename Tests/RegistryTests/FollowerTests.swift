import Audit
import CBOR
import Coordinates
import Dispatch
import EntryLog
import Foundation
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import TestSupport
import Testing

@Suite("Following a ledger")
struct FollowerTests {
    @Test("While others record, each position comes once and in order: the count is the position")
    func concurrentWriters() throws {
        let writerCount: UInt64 = 4
        let commandCount: UInt64 = 100
        try withLedger { ledger in
            let (registry, now) = (try ledger.registry, ledger.now)
            let writers = DispatchGroup()
            for writer in 0..<writerCount {
                writers.enter()
                Thread {
                    for number in 0..<commandCount {
                        let items = (0...number % 3).map {
                            Proposal(.establish("W\(writer)N\(number)N\($0)"))
                        }
                        let request = Request(
                            items, commandID: CommandID("\(writer)/\(number)")!,
                            time: .rehearsed(now))
                        _ = try? registry.record(request, signedBy: TestLedger.founder)
                    }
                    writers.leave()
                }.start()
            }
            // The founding entry is the first that is counted.
            var count: UInt64 = 1
            let end = 1 + writerCount * (0..<commandCount).reduce(0) { $0 + $1 % 3 + 1 }
            var follower = try Follower(of: registry)
            try follower.follow(until: { count == end }) { recorded in
                #expect(recorded.position == Position(count))
                count += 1
            }
            #expect(follower.next == Position(count))
            writers.wait()
            #expect(try ledger.size == TreeSize(end))
            #expect(try follower.handedOver().isEmpty)
        }
    }

    @Test("What a consumer could not take, it is handed again")
    func thrown() throws {
        struct NotNow: Error {}
        try withLedger { ledger in
            try ledger.add(4)
            var follower = try Follower(of: ledger.registry)
            for _ in 0..<3 {
                #expect(throws: NotNow.self) {
                    try follower.catchUp { if $0.position >= Position(3) { throw NotNow() } }
                }
                #expect(follower.next == Position(3))
            }
            #expect(try follower.handedOver() == [3, 4])
        }
    }

    @Test("A consumer goes on from the position that it kept")
    func resumed() throws {
        try withLedger { ledger in
            try ledger.add(3)
            var follower = try Follower(of: ledger.registry)
            #expect(try follower.handedOver() == [1, 2, 3])
            let kept = follower.next
            try ledger.add(2)
            follower = try Follower(of: ledger.registry, from: kept)
            #expect(try follower.handedOver() == [4, 5])
            #expect(follower.next == Position(6))
        }
    }

    @Test("The founding entry is no act: from there on, the first act is the first")
    func founding() throws {
        try withLedger { ledger in
            var follower = try Follower(of: ledger.registry, from: Position(0))
            #expect(try follower.handedOver().isEmpty)
            #expect(follower.next == Position(1))
            try ledger.add(1)
            #expect(try follower.handedOver() == [1])
        }
    }

    @Test("It stops when it is told to, in the midst of what there is")
    func stopped() throws {
        try withLedger { ledger in
            try ledger.add(5)
            var follower = try Follower(of: ledger.registry)
            var taken = 0
            try follower.follow(until: { taken == 2 }) { _ in taken += 1 }
            #expect(taken == 2)
            #expect(follower.next == Position(3))
        }
    }

    @Test("A consumer may record in the log that it follows, and is handed that too")
    func recording() throws {
        try withLedger { ledger in
            try ledger.add(600)
            var follower = try Follower(of: ledger.registry)
            var count: UInt64 = 1
            try follower.catchUp { recorded in
                #expect(recorded.position == Position(count))
                count += 1
                if count.isMultiple(of: 100) { try ledger.add(10) }
            }
            #expect(follower.next == Position(count))
            #expect(try ledger.size == TreeSize(count))
        }
    }

    @Test("A log that ends before the position is refused: it is another one, or an old copy")
    func ahead() throws {
        try withLedger { ledger in
            try ledger.add(2)
            var follower = try Follower(of: ledger.registry, from: Position(3))
            #expect(try follower.handedOver().isEmpty)
            let error = #expect(throws: PositionAheadOfLog.self) {
                try Follower(of: ledger.registry, from: Position(4))
            }
            #expect(error?.position == Position(4))
            #expect(error?.size == TreeSize(3))
            try ledger.add(1)
            follower = try Follower(of: ledger.registry, from: Position(4))
            #expect(try follower.handedOver().isEmpty)
        }
    }

    @Test("A log that is replaced while it is followed, as when a backup is restored, is refused")
    func replaced() throws {
        try withLedger { ledger in
            try ledger.add(2)
            let file = ledger.logPath + "/data.mdb"
            var follower = try Follower(of: ledger.registry)
            #expect(throws: FollowedLogReplaced.self) {
                try follower.follow(until: { false }) { recorded in
                    guard recorded.position == Position(2) else { return }
                    try FileManager.default.copyItem(atPath: file, toPath: file + ".backup")
                    try FileManager.default.removeItem(atPath: file)
                    try FileManager.default.moveItem(atPath: file + ".backup", toPath: file)
                }
            }
            #expect(follower.next == Position(3))
        }
    }

    @Test("A void entry is handed over as one")
    func void() throws {
        let ledger = try TestLedger()
        do {
            try ledger.add(2)
            let head = try ledger.registry.log.read { $0.head }
            _ = try ledger.registry.log.append(
                SealedBatch(
                    [true.encoded], commandID: CommandID("no-act")!, on: head,
                    recordedAt: head.recordedAt, signedBy: TestLedger.founder))
            try ledger.add(1)
            var follower = try Follower(of: ledger.registry)
            var voids: [Position: VoidReason] = [:]
            try follower.catchUp {
                if case .void(let position, let reason) = $0 { voids[position] = reason }
            }
            #expect(voids == [Position(3): .act])
            #expect(follower.next == Position(5))
            #expect(try ledger.audit().findings.map(\.position) == [Position(3)])
        }
    }
}

extension Follower {
    /// The positions that are handed over now.
    fileprivate mutating func handedOver() throws -> [UInt64] {
        var positions: [UInt64] = []
        try catchUp { positions.append($0.position.index) }
        return positions
    }
}

extension TestLedger {
    /// Records so many entries, as one command.
    fileprivate func add(_ count: Int) throws {
        let size = try size.count
        try record((0..<count).map { Proposal(.establish("K\(size)N\($0)")) })
    }
}
