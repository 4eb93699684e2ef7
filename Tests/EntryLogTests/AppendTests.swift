import CBOR
import Coordinates
import EntryLog
import LogSupport
import TestSupport
import Testing
import TransparencyLog

@Suite struct AppendTests {
    @Test("Entries get the next positions, and each seals all before it")
    func seals() throws {
        try withLog { bench in
            for batch in [0..<1, 1..<2, 2..<5, 5..<12] as [Range<UInt64>] {
                let receipt = try bench.append(contents(batch))
                #expect(
                    receipt.positions
                        == Position(batch.lowerBound + 1)..<Position(batch.upperBound + 1))
            }
            let leaves = try bench.storedEntries().map(leaf)
            #expect(leaves.count == 13)
            for index in leaves.indices {
                let entry = try bench.entry(UInt64(index))
                #expect(entry.position == Position(UInt64(index)))
                #expect(entry.seal == definedRoot(leaves.prefix(index)))
            }
        }
    }

    @Test("A receipt has the root of RFC 9162 over all entries, and the log's head agrees")
    func receipts() throws {
        try withLog { bench in
            for number in 0..<40 as Range<UInt64> {
                let time = try bench.head.recordedAt.adding(milliseconds: Int64(number))
                let receipt = try bench.append(contents(number..<number + 1), recordedAt: time)
                let leaves = try bench.storedEntries().map(leaf)
                #expect(receipt.positions == Position(number + 1)..<Position(number + 2))
                #expect(receipt.root == definedRoot(leaves[...]))
                #expect(receipt.recordedAt == time)
                #expect(!receipt.isDuplicate)
                let head = try bench.head
                #expect(head.root == receipt.root)
                #expect(head.recordedAt == time)
            }
        }
    }

    @Test("The content comes back as it was given")
    func content() throws {
        try withLog { bench in
            let given =
                [0, 23, 24, 255, 256, 65_536].map { UInt64($0).encoded }
                + ["åäö".encoded, true.encoded, [UInt64(1), 2].encoded]
            try bench.append(given)
            let stored = try (1...UInt64(given.count)).map { try bench.entry($0).content }
            #expect(stored == given)
        }
    }

    @Test("A batch on a head that is no longer the log's is a conflict, and nothing is written")
    func conflict() throws {
        try withLog { bench in
            let old = try bench.head
            try bench.append(contents(0..<2), commandID: "quicker")
            let before = try bench.storedEntries()
            #expect(throws: EntryLogError.conflict(expected: Position(1), actual: Position(3))) {
                try bench.append(contents(2..<5), commandID: "slower", on: old)
            }
            #expect(try bench.storedEntries() == before)
            #expect(try bench.log.read { try $0.receipt(of: "slower") } == nil)
            try bench.append(contents(2..<5), commandID: "slower")
        }
    }

    @Test("A batch sealed on another log's head of the same size is a conflict")
    func otherLog() throws {
        try withLog { other in
            try other.append(contents(7..<8))
            try withLog { bench in
                try bench.append(contents(8..<9))
                let size = TreeSize(2)
                #expect(throws: EntryLogError.conflict(expected: size.end, actual: size.end)) {
                    try bench.append(contents(9..<10), on: other.head)
                }
            }
        }
    }

    @Test("A snapshot does not see later entries")
    func snapshot() throws {
        try withLog { bench in
            try bench.log.read { log in
                let root = log.head.root
                try bench.append(contents(0..<3))
                #expect(log.size == TreeSize(1))
                #expect(try log.root(of: TreeSize(1)) == root)
                #expect(throws: EntryLogError.damagedEntry(Position(1), "it is missing")) {
                    _ = try log.bytes(at: Position(1))
                }
            }
        }
    }
}
