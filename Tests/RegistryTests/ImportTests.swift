import Coordinates
import EntryLog
import Foundation
import Handlingsplan
import LedgerSupport
import Registry
import Testing
import Views

@Suite("Importing a plan again")
struct ImportTests {
    private static let plan = Command.adopt(
        "plan", actions: 3, by: "KS", deadline: "senast i maj 2014")

    /// The committee at 1, and the plan at 2, under the id "import".
    private func withImported(_ body: (TestLedger, Recorded) throws -> Void) throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            try body(ledger, try ledger.record(Self.plan, id: "import"))
        }
    }

    private func bytes(of ledger: TestLedger) throws -> Data {
        ledger.close()
        return try Data(contentsOf: URL(filePath: ledger.logPath + "/data.mdb"))
    }

    @Test("The same rows leave nothing to record, and not a byte of the log changes")
    func nothingToRecord() throws {
        try withImported { ledger, _ in
            let before = try bytes(of: ledger)
            let again = try ledger.record(Self.plan, id: "again")
            #expect(again.receipt == nil)
            #expect(again.acts == [])
            #expect(try bytes(of: ledger) == before)
            #expect(try ledger.record(.establish("BUN"), id: "again").receipt != nil)
        }
    }

    @Test("Under its id it gets its first receipt, though the comparison finds nothing now")
    func retried() throws {
        try withImported { ledger, first in
            let again = try ledger.record(Self.plan, id: "import")
            #expect(again.receipt?.isDuplicate == true)
            #expect(again.receipt?.positions == first.receipt?.positions)
            #expect(again.acts == first.acts)
            #expect(try ledger.size == TreeSize(3))
        }
    }

    @Test("Other rows under its id are refused")
    func takenID() throws {
        try withImported { ledger, _ in
            let size = try ledger.size
            for other in [
                Command.adopt("plan", actions: 4, by: "KS", deadline: "senast i maj 2014"),
                .adopt("plan", actions: 3, by: "KS", deadline: "senast i juni 2014"),
                .adopt("plan", actions: 3, by: "XN"), .close(1),
            ] {
                let error = #expect(throws: CommandIDTaken.self) {
                    try ledger.record(other, id: "import")
                }
                #expect(error?.position == Position(2))
            }
            #expect(try ledger.size == size)
        }
    }

    @Test("Only what the rows say anew is recorded")
    func changed() throws {
        try withImported { ledger, _ in
            let later = Command.adopt(
                "plan", actions: 4, by: "KS", deadline: "senast i juni 2014")
            let recorded = try ledger.record(later)
            #expect(recorded.receipt?.positions == Position(3)..<Position(4))
            let events = recorded.acts.flatMap(\.events)
            #expect(events.count == 6)
            #expect(
                Set(events.flatMap(\.facts.about))
                    == Set((1...4).map { .action(ActionNumber($0)) }))
        }
    }

    @Test("Among several commands, one with nothing to record takes no entry")
    func amongOthers() throws {
        try withImported { ledger, _ in
            let nothing = [Self.plan, Self.plan].map { Proposal($0) }
            let size = try ledger.size
            #expect(try ledger.record(nothing).receipt == nil)
            #expect(try ledger.size == size)
            let both = try ledger.record([nothing[0], Proposal(.close(1)), nothing[1]])
            #expect(both.acts.map(\.events) == [[.actionClosed(ActionNumber(1))]])
        }
    }
}
