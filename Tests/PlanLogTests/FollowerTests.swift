import CBOR
import Coordinates
import Dispatch
import EntryLog
import Foundation
import Handlingsplan
import LogSupport
import PlanLog
import TestSupport
import Testing
import TransparencyLog

@Suite("Following a log")
struct FollowerTests {
    @Test("While others record, each position comes once and in order: the count is the position")
    func concurrentWriters() throws {
        let writerCount: UInt64 = 4
        let commandCount: UInt64 = 100
        try withLog { bench in
            let log = bench.log
            let writers = DispatchGroup()
            for writer in 0..<writerCount {
                writers.enter()
                Thread {
                    for number in 0..<commandCount {
                        log.appendWhenPossible(
                            Act.any, count: Int(number % 3) + 1, commandID: "\(writer)/\(number)")
                    }
                    writers.leave()
                }.start()
            }
            // The founding entry is the first that is counted.
            var count: UInt64 = 1
            let end = 1 + writerCount * (0..<commandCount).reduce(0) { $0 + $1 % 3 + 1 }
            var follower = try Follower(of: log)
            try follower.follow(until: { count == end }) { recorded in
                #expect(recorded.position == Position(count))
                #expect(recorded.act == .any)
                count += 1
            }
            #expect(follower.next == Position(count))
            writers.wait()
            #expect(try bench.head.size == TreeSize(end))
            #expect(try follower.handedOver().isEmpty)
        }
    }

    @Test("What a consumer could not take, it is handed again")
    func thrown() throws {
        struct NotNow: Error {}
        try withLog { bench in
            try bench.record(4)
            var follower = try Follower(of: bench.log)
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
        try withLog { bench in
            try bench.record(3)
            var follower = try Follower(of: bench.log)
            #expect(try follower.handedOver() == [1, 2, 3])
            let kept = follower.next
            try bench.record(2)
            follower = try Follower(of: bench.log, from: kept)
            #expect(try follower.handedOver() == [4, 5])
            #expect(follower.next == Position(6))
        }
    }

    @Test("The founding entry is no act: from there on, the first act is the first")
    func founding() throws {
        try withLog { bench in
            var follower = try Follower(of: bench.log, from: Position(0))
            #expect(try follower.handedOver().isEmpty)
            #expect(follower.next == Position(1))
            try bench.record(1)
            #expect(try follower.handedOver() == [1])
        }
    }

    @Test("It stops when it is told to, in the midst of what there is")
    func stopped() throws {
        try withLog { bench in
            try bench.record(5)
            var follower = try Follower(of: bench.log)
            var taken = 0
            try follower.follow(until: { taken == 2 }) { _ in taken += 1 }
            #expect(taken == 2)
            #expect(follower.next == Position(3))
        }
    }

    @Test("A consumer may record in the log that it follows, and is handed that too")
    func recording() throws {
        try withLog { bench in
            try bench.record(600)
            var follower = try Follower(of: bench.log)
            var count: UInt64 = 1
            try follower.catchUp { recorded in
                #expect(recorded.position == Position(count))
                count += 1
                if count.isMultiple(of: 100) { try bench.record(10) }
            }
            #expect(follower.next == Position(count))
            #expect(try bench.head.size == TreeSize(count))
        }
    }

    @Test("A log that ends before the position is refused: it is another one, or an old copy")
    func ahead() throws {
        try withLog { bench in
            try bench.record(2)
            var follower = try Follower(of: bench.log, from: Position(3))
            #expect(try follower.handedOver().isEmpty)
            let error = #expect(throws: PositionAheadOfLog.self) {
                try Follower(of: bench.log, from: Position(4))
            }
            #expect(error?.position == Position(4))
            #expect(error?.size == TreeSize(3))
            try bench.record(1)
            follower = try Follower(of: bench.log, from: Position(4))
            #expect(try follower.handedOver().isEmpty)
        }
    }

    @Test("A log that is replaced while it is followed, as when a backup is restored, is refused")
    func replaced() throws {
        try withLog { bench in
            try bench.record(2)
            let file = bench.directory.path + "/data.mdb"
            var follower = try Follower(of: bench.log)
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

    @Test("What is no act is an error once all before it are handed over, and each time again")
    func noAct() throws {
        try withLog { bench in
            try bench.record(2)
            try bench.append([true.encoded])
            try bench.record(1)
            var follower = try Follower(of: bench.log)
            var taken: [Position] = []
            for _ in 0..<2 {
                let error = #expect(throws: EntryLogError.self) {
                    try follower.catchUp { taken.append($0.position) }
                }
                guard case .damagedEntry(Position(3), _) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
            #expect(taken == [Position(1), Position(2)])
            #expect(follower.next == Position(3))
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

extension Act {
    fileprivate static let any = Act(
        effective: day("2014-05-20"), events: [.actionClosed(ActionNumber(1))])
}

extension LogBench {
    fileprivate func record(_ count: Int) throws {
        try append(Array(repeating: Act.any.encoded, count: count))
    }
}

extension Log {
    fileprivate func appendWhenPossible(_ act: Act, count: Int, commandID: CommandID) {
        while true {
            do {
                let head = try read { $0.head }
                _ = try append(
                    SealedBatch(
                        Array(repeating: act.encoded, count: count), commandID: commandID, on: head,
                        recordedAt: head.recordedAt, signedBy: SigningKey.founder))
                return
            } catch EntryLogError.conflict {
                continue
            } catch {
                fatalError("\(error)")
            }
        }
    }
}
