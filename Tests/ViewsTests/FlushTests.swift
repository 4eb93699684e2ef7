import Coordinates
import EntryLog
import Foundation
import Glibc
import Handlingsplan
import LedgerSupport
import Registry
import Testing
import Views

@Suite("Storing what memory holds")
struct FlushTests {
    private func record(_ count: Int, in ledger: TestLedger) throws {
        if try ledger.size == TreeSize(1) {
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS")])
        }
        for _ in 0..<count { try ledger.record(.amend(1, "Text \(ledger.size)")) }
    }

    private func tail(of ledger: TestLedger) throws -> UInt64 {
        try ledger.registry.read { $1.tail }
    }

    private func dump(of ledger: TestLedger) throws -> LedgerDump {
        try ledger.registry.read { try LedgerDump($1) }
    }

    private func flush(_ ledger: TestLedger) throws {
        let registry = try ledger.registry
        try registry.read { try registry.views.flush($1, of: $0) }
    }

    @Test("A flush absorbs the tail, into a first generation or the one there is")
    func absorbed() throws {
        try withLedger { ledger in
            for _ in 0..<3 {
                try record(5, in: ledger)
                let before = try dump(of: ledger)
                #expect(try tail(of: ledger) > 0)
                try flush(ledger)
                #expect(try tail(of: ledger) == 0)
                #expect(try dump(of: ledger) == before)
                ledger.close()
                #expect(try tail(of: ledger) == 0)
                #expect(try dump(of: ledger) == before)
            }
            #expect(try ledger.generations == ["generation-1"])
        }
    }

    @Test("Where rows cannot be stored, the command is recorded, and it is told of")
    func told() throws {
        try withLedger { ledger in
            try record(13, in: ledger)
            ledger.close()
            let lock = ledger.viewsPath + "/build.lock"
            try? FileManager.default.removeItem(atPath: lock)
            try FileManager.default.createDirectory(
                atPath: lock, withIntermediateDirectories: true)
            try record(1, in: ledger)
            #expect(try ledger.size == TreeSize(17))
            #expect(try tail(of: ledger) == 16)
            #expect(ledger.distrusted.all.count == 1)
            #expect(ledger.distrusted.all.allSatisfy { $0.hasPrefix("not stored: ") })
            try FileManager.default.removeItem(atPath: lock)
            try record(1, in: ledger)
            #expect(try tail(of: ledger) == 0)
        }
    }

    @Test("Recording flushes by itself once 16 entries wait")
    func byItself() throws {
        try withLedger { ledger in
            try record(13, in: ledger)
            #expect(try tail(of: ledger) == 15)
            try record(1, in: ledger)
            #expect(try tail(of: ledger) == 0)
            try record(15, in: ledger)
            #expect(try tail(of: ledger) == 15)
            try record(1, in: ledger)
            #expect(try tail(of: ledger) == 0)
        }
    }

    @Test(
        "What was recorded is told before rows are stored, and for those who write rows none waits")
    func receiptFirst() throws {
        try withLedger { ledger in
            try record(14, in: ledger)
            #expect(try tail(of: ledger) == 0)
            try record(15, in: ledger)
            let registry = try ledger.registry
            let writer = open(ledger.viewsPath + "/build.lock", O_RDWR | O_CLOEXEC)
            try #require(writer >= 0 && flock(writer, LOCK_EX) == 0)
            var acknowledged = 0
            try registry.record(
                ledger.request(.amend(1, "Text")), signedBy: TestLedger.founder
            ) { recorded, _ in
                #expect(recorded.receipt != nil)
                acknowledged += 1
            }
            #expect(acknowledged == 1)
            #expect(try tail(of: ledger) == 16)
            close(writer)
            try registry.record(
                ledger.request(.amend(1, "Text 2")), signedBy: TestLedger.founder
            ) { _, _ in
                acknowledged += 1
                #expect((try? tail(of: ledger)) == 17)
            }
            #expect(acknowledged == 2)
            #expect(try tail(of: ledger) == 0)
        }
    }

    @Test("Of two that flush from the same rows, the second finds the work done")
    func twoAtOnce() throws {
        try withLedger { ledger in
            try record(5, in: ledger)
            try flush(ledger)
            try record(5, in: ledger)
            let registry = try ledger.registry
            try registry.read { log, early in
                try record(5, in: ledger)
                try flush(ledger)
                try registry.views.flush(early, of: log)
            }
            #expect(try tail(of: ledger) == 0)
        }
    }

    @Test("Rows taken before the log can stand behind it; taken after it, they can be ahead")
    func order() throws {
        try withLedger { ledger in
            try record(5, in: ledger)
            try flush(ledger)
            let registry = try ledger.registry
            let early = try registry.views.storedRows()
            try registry.log.read { log in
                try record(5, in: ledger)
                try flush(ledger)
                #expect(try ViewSet(of: log, over: early).tail == 0)
                let late = try registry.views.storedRows()
                #expect(throws: ViewsError.strangers(absorbed: TreeSize(13), log: TreeSize(8))) {
                    try ViewSet(of: log, over: late)
                }
            }
            #expect(try registry.log.read { try ViewSet(of: $0, over: early).tail } == 5)
        }
    }

    @Test("A ledger that cannot store its rows records all the same")
    func unwritable() throws {
        try withLedger { ledger in
            try record(3, in: ledger)
            try Data().write(to: URL(filePath: ledger.viewsPath))
            try record(80, in: ledger)
            #expect(try tail(of: ledger) == 85)
            try FileManager.default.removeItem(atPath: ledger.viewsPath)
        }
    }

    @Test("Without the folder of views, nothing is lost")
    func deleted() throws {
        try withLedger { ledger in
            try record(100, in: ledger)
            let before = try dump(of: ledger)
            ledger.close()
            try FileManager.default.removeItem(atPath: ledger.viewsPath)
            #expect(try dump(of: ledger) == before)
            #expect(try tail(of: ledger) == 102)
            try record(1, in: ledger)
            #expect(try tail(of: ledger) == 0)
        }
    }
}
