import CBOR
import Coordinates
import EntryLog
import LogSupport
import TestSupport
import Testing

@Suite struct BatchTests {
    @Test("The entries of a command share its id and its time")
    func oneCommand() throws {
        try withLog { bench in
            let time = Timestamp.founded.adding(milliseconds: 17)
            let receipt = try bench.append(contents(0..<5), commandID: "five", recordedAt: time)
            #expect(receipt.positions == Position(1)..<Position(6))
            let positions = try bench.log.read { try $0.positions(of: "five") }
            #expect(positions == receipt.positions)
            for index in 1...5 as ClosedRange<UInt64> {
                let entry = try bench.entry(index)
                #expect(entry.commandID == "five")
                #expect(entry.recordedAt == time)
            }
        }
    }

    @Test("An entry of 65,535 bytes is the largest")
    func limit() throws {
        try withLog { bench in
            let overhead = try bench.overhead()
            let largest = text(byteCount: SealedBatch.entryByteLimit - overhead)
            let receipt = try bench.append([largest])
            #expect(try bench.storedEntry(receipt.first.index).count == 65_535)

            let tooLarge = text(byteCount: largest.count + 1)
            #expect(throws: EntryLogError.entryTooLarge(byteCount: 65_536, limit: 65_535)) {
                try bench.append([tooLarge])
            }
        }
    }

    @Test("A command with one entry over the limit writes none")
    func atomic() throws {
        try withLog { bench in
            let before = try bench.head
            #expect(throws: EntryLogError.self) {
                try bench.append(contents(0..<2) + [text(byteCount: 70_000)], commandID: "all")
            }
            #expect(try bench.head == before)
            #expect(try bench.log.read { try $0.receipt(of: "all") } == nil)
        }
    }

    @Test("Content within its own limit always fits, with the longest id and the latest time")
    func contentLimit() throws {
        try withLog { bench in
            let id = try #require(CommandID(String(repeating: "x", count: 64)))
            let content = text(byteCount: SealedBatch.contentByteLimit)
            try bench.append(
                [content, content], commandID: id, recordedAt: Timestamp.recordable.upperBound)
        }
    }
}

extension LogBench {
    /// What an early entry of a command "on n" has besides a long content.
    fileprivate func overhead() throws -> Int {
        let content = text(byteCount: 60_000)
        let receipt = try append([content], commandID: "on-1")
        return try storedEntry(receipt.first.index).count - content.count
    }
}

/// A CBOR text of so many bytes, its head among them.
private func text(byteCount: Int) -> [UInt8] {
    let short = String(repeating: "x", count: byteCount).encoded
    return String(repeating: "x", count: 2 * byteCount - short.count).encoded
}
