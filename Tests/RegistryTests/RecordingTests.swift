import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import Registry
import Testing
import TransparencyLog

@Suite("Recording a command")
struct RecordingTests {
    @Test("It takes the expected position, or none")
    func expectedPosition() throws {
        try withLedger { ledger in
            #expect(
                throws: EntryLogError.conflict(expected: Position(2), actual: Position(1))
            ) { try ledger.record(.establish("KS"), expected: Position(2)) }
            #expect(try ledger.size == TreeSize(1))
            let receipt = try ledger.record(.establish("KS"), expected: Position(1)).receipt
            #expect(receipt?.first == Position(1))
            #expect(
                throws: EntryLogError.conflict(expected: Position(1), actual: Position(2))
            ) { try ledger.record(.establish("BUN"), expected: Position(1)) }
        }
    }

    @Test("Sent again, it gets its first receipt, whatever has come since")
    func repeated() throws {
        try withLedger { ledger in
            let first = try ledger.record(.establish("KS"), id: "once", expected: Position(1))
            try ledger.record(.establish("BUN"))
            let again = try ledger.record(.establish("KS"), id: "once", expected: Position(1))
            let (receipt, repeated) = (try #require(first.receipt), try #require(again.receipt))
            #expect(!receipt.isDuplicate && repeated.isDuplicate)
            #expect(repeated.positions == receipt.positions)
            #expect(repeated.root == receipt.root)
            #expect(repeated.recordedAt == receipt.recordedAt)
            #expect(again.acts == first.acts)
            #expect(try ledger.size == TreeSize(3))
        }
    }

    @Test("An id under which something else was recorded is refused, that of the founding, too")
    func takenID() throws {
        try withLedger { ledger in
            _ = try ledger.record(.establish("KS"), id: "first")
            for (id, position) in [("found", 0), ("first", 1)] {
                let error = #expect(throws: CommandIDTaken.self) {
                    try ledger.record(.establish("BUN"), id: id)
                }
                #expect(error?.position == Position(UInt64(position)))
            }
            #expect(try ledger.size == TreeSize(2))
        }
    }

    @Test("Tried out, it is judged, and nothing is written")
    func tryOut() throws {
        try withLedger { ledger in
            let command = Command.establish("KS")
            let tried = try ledger.registry.tryOut(ledger.request(command))
            #expect(tried.receipt == nil)
            #expect(try ledger.size == TreeSize(1))
            #expect(try ledger.record(command).acts == tried.acts)
            #expect(throws: Rejection.self) {
                try ledger.registry.tryOut(ledger.request(command))
            }
        }
    }

    @Test("Refused by a rule, it leaves nothing behind, and its id is free")
    func rejected() throws {
        try withLedger { ledger in
            #expect(throws: Rejection.unknownCommittee(code("KS"))) {
                try ledger.record(.dissolveCommittee(code("KS"), successor: nil), id: "mine")
            }
            #expect(try ledger.size == TreeSize(1))
            let recorded = try ledger.record(.establish("KS"), id: "mine")
            #expect(recorded.receipt?.isDuplicate == false)
        }
    }

    @Test("What could not be read back is refused: a merger of none, a split into two of one name")
    func nothingUnreadable() throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            let naming = Naming(code: code("SN"), name: "Socialnämnden")
            #expect(throws: Rejection.nothingToMerge) {
                try ledger.record(.mergeCommittees([], into: .new(naming)))
            }
            #expect(throws: Rejection.codeTaken(code("SN"), name: naming.name)) {
                try ledger.record(.splitCommittee(code("KS"), into: [.new(naming), .new(naming)]))
            }
            #expect(try ledger.size == TreeSize(2))
        }
    }

    @Test("Nobody but the founder may record")
    func otherKey() throws {
        try withLedger { ledger in
            let stranger = TestLedger.key(9)
            let request = try ledger.request(.establish("KS"))
            let refused = #expect(throws: NotPermitted.self) {
                try ledger.registry.record(request, signedBy: stranger)
            }
            #expect(refused?.objection == .noRight)
            #expect(try ledger.size == TreeSize(1))
        }
    }

    @Test("Time does not go back")
    func time() throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            ledger.now = Timestamp(milliseconds: 0)
            #expect(throws: EntryLogError.self) { try ledger.record(.establish("BUN")) }
            #expect(try ledger.size == TreeSize(2))
            ledger.now = Timestamp(milliseconds: 1_500_000_000_000)
        }
    }

    @Test("A time zone that the system does not know is refused: without it there are no days")
    func unknownZone() throws {
        try withLedger { ledger in
            let size = try ledger.size
            #expect(throws: UnknownTimeZone.self) {
                try ledger.record(.change(.timeZone("Europe/Provköping")))
            }
            #expect(try ledger.size == size)
        }
    }

    @Test("A plan too long for one entry becomes several, with one receipt")
    func severalEntries() throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            let command = Command.longPlan("long", by: "KS")
            let recorded = try ledger.record(command, id: "long")
            let positions = try #require(recorded.receipt).positions
            #expect(positions.lowerBound == Position(2))
            #expect(positions.upperBound > Position(3))
            let again = try ledger.record(command, id: "long")
            #expect(again.receipt?.positions == positions)
            #expect(again.acts.flatMap(\.events) == recorded.acts.flatMap(\.events))
        }
    }
}
