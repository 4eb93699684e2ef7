import Coordinates
import EntryLog
import Foundation
import LogSupport
import Synchronization
import TestSupport
import Testing
import TransparencyLog

@Suite struct ConcurrencyTests {
    @Test("Threads that append at once, and try again on a conflict, all get through")
    func threads() throws {
        let threadCount: UInt64 = 8
        let entryCount: UInt64 = 40
        try withLog { bench in
            let log = bench.log
            let receipts = Mutex<[Receipt]>([])
            let group = DispatchGroup()
            for thread in 0..<threadCount {
                group.enter()
                Thread {
                    for number in 0..<entryCount {
                        let receipt = log.appendWhenPossible(
                            contents(number..<number + 1), commandID: "\(thread)/\(number)")
                        receipts.withLock { $0.append(receipt) }
                    }
                    group.leave()
                }.start()
            }
            group.wait()

            let positions = receipts.withLock { $0.map(\.first.index) }
            #expect(positions.sorted() == Array(1...threadCount * entryCount))
            for receipt in receipts.withLock({ $0 }) {
                let root = try log.read { try $0.root(of: receipt.size) }
                #expect(receipt.root == root)
                #expect(!receipt.isDuplicate)
            }
        }
    }

    @Test("Threads that send the same command at once record it once")
    func sameCommand() throws {
        try withLog { bench in
            let log = bench.log
            let duplicates = Mutex<[Bool]>([])
            DispatchQueue.concurrentPerform(iterations: 8) { _ in
                let receipt = log.appendWhenPossible(contents(0..<3), commandID: "once")
                duplicates.withLock { $0.append(receipt.isDuplicate) }
            }
            #expect(duplicates.withLock { $0.count { !$0 } } == 1)
            let size = try bench.head.size
            #expect(size == TreeSize(4))
        }
    }
}

extension Log {
    fileprivate func appendWhenPossible(_ contents: [[UInt8]], commandID: CommandID) -> Receipt {
        while true {
            do {
                let head = try read { $0.head }
                return try append(
                    SealedBatch(
                        contents, commandID: commandID, on: head, recordedAt: head.recordedAt,
                        signedBy: SigningKey.founder))
            } catch EntryLogError.conflict {
                continue
            } catch {
                fatalError("\(error)")
            }
        }
    }
}
