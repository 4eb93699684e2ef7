import Coordinates
import Dispatch
import EntryLog
import Foundation
import Handlingsplan
import LedgerSupport
import Registry
import Synchronization
import Testing
import Views

@Suite("Several threads that share a registry")
struct ConcurrencyTests {
    @Test("All that they record gets a position of its own, without gaps")
    func gapless() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 8, by: "KS")])
            let (registry, now) = (try ledger.registry, ledger.now)
            let positions = Mutex<[UInt64]>([])
            inThreads(8) { thread in
                for index in 0..<25 {
                    let request = Request(
                        [Proposal(.amend(UInt32(thread) + 1, "Text \(thread).\(index)"))],
                        commandID: CommandID("\(thread).\(index)")!, time: .rehearsed(now))
                    let recorded = try registry.record(request, signedBy: TestLedger.founder)
                    let position = try #require(recorded.receipt).first.index
                    positions.withLock { $0.append(position) }
                }
            }
            #expect(positions.withLock { $0.sorted() } == Array(3..<203))
            try registry.read { _, views in
                for thread in 0..<8 {
                    let story = try views.action(ActionNumber(UInt32(thread) + 1))
                    #expect(story?.title.items.last?.value == "Text \(thread).24")
                }
            }
        }
    }

    @Test("Commands recorded as one stay side by side, and each corrects its own entry")
    func batches() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 4, by: "KS")])
            let (registry, now) = (try ledger.registry, ledger.now)
            inThreads(4) { thread in
                for index in 0..<10 {
                    while true {
                        let next = try registry.log.read { $0.size.end }
                        let items = [.amend(UInt32(thread) + 1, "Fel"), .correct(next.index)]
                            .map { Proposal($0) }
                        let request = Request(
                            items, commandID: CommandID("\(thread).\(index)")!, expected: next,
                            time: .rehearsed(now))
                        do {
                            _ = try registry.record(request, signedBy: TestLedger.founder)
                            break
                        } catch EntryLogError.conflict {}
                    }
                }
            }
            #expect(try ledger.size == TreeSize(83))
            let today = try ledger.today
            try registry.read { _, views in
                let moment = Moment(effective: today, known: Position(82))
                for story in try views.actions() {
                    #expect(story.title.value(at: moment) == "Åtgärd \(story.number)")
                    #expect(story.title.items.count == 11)
                }
            }
        }
    }

    @Test("Of those who close an action at once, one does, and the others are refused")
    func oneWinner() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", by: "KS")])
            let (registry, now) = (try ledger.registry, ledger.now)
            let outcomes = Mutex<[Rejection?]>([])
            inThreads(8) { thread in
                let request = Request(
                    [Proposal(.close(1))], commandID: CommandID("close-\(thread)")!,
                    time: .rehearsed(now))
                do {
                    _ = try registry.record(request, signedBy: TestLedger.founder)
                    outcomes.withLock { $0.append(nil) }
                } catch let rejection as Rejection {
                    outcomes.withLock { $0.append(rejection) }
                }
            }
            let rejection = Rejection.actionEnded(ActionNumber(1), .closed, since: try ledger.today)
            outcomes.withLock { outcomes in
                #expect(outcomes.count { $0 == nil } == 1)
                #expect(outcomes.count { $0 == rejection } == 7)
            }
            #expect(try ledger.size == TreeSize(4))
        }
    }

    @Test("A command sent by all at once is recorded once, with one receipt")
    func oneCommand() throws {
        try withLedger { ledger in
            let request = try ledger.request(.establish("KS"))
            let registry = try ledger.registry
            let receipts = Mutex<[Receipt]>([])
            inThreads(8) { _ in
                let recorded = try registry.record(request, signedBy: TestLedger.founder)
                receipts.withLock { $0.append(recorded.receipt!) }
            }
            receipts.withLock { receipts in
                #expect(receipts.count { !$0.isDuplicate } == 1)
                #expect(Set(receipts.map(\.root)).count == 1)
            }
            #expect(try ledger.size == TreeSize(2))
        }
    }

    @Test("Who reads while others record and store rows always sees one whole moment")
    func readers() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", by: "KS")])
            let (registry, now) = (try ledger.registry, ledger.now)
            let isRecording = Atomic(true)
            inThreads(4) { thread in
                if thread == 0 {
                    defer { isRecording.store(false, ordering: .relaxed) }
                    for index in 0..<200 {
                        let request = Request(
                            [Proposal(.amend(1, "Text \(index)"))],
                            commandID: CommandID("\(index)")!,
                            time: .rehearsed(now))
                        _ = try registry.record(request, signedBy: TestLedger.founder)
                    }
                } else {
                    while isRecording.load(ordering: .relaxed) {
                        try registry.read { log, views in
                            #expect(views.size == log.size)
                            let story = try views.action(ActionNumber(1))
                            #expect(story?.title.items.count == Int(log.size.count) - 2)
                        }
                    }
                }
            }
        }
    }
}

/// Runs `body` in so many threads at once, and waits for them. What it throws is an issue.
private func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) {
    let group = DispatchGroup()
    for number in 0..<count {
        group.enter()
        Thread {
            do { try body(number) } catch { Issue.record(error, "thread \(number)") }
            group.leave()
        }.start()
    }
    group.wait()
}
