import Coordinates
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import Testing
import TransparencyLog

/// Corrections written past the rules, to keep whoever reads them busy.
@Suite("Corrections that no rule lets happen")
struct HostileCorrectionTests {
    private func act(correcting targets: [UInt64]) -> Act {
        Act(
            effective: day("2014-01-02"),
            events: targets.map { .entryCorrected(Position($0), reason: "") })
    }

    @Test("An entry that corrects another many times over is no act, and found out at once")
    func manyTimesOver() {
        let acts = (0...30).map { level in
            act(correcting: Array(repeating: UInt64(max(1, level)), count: 2000))
        }
        #expect(throws: ActError.self) {
            try turnedActs(by: acts[30], at: Position(31)) { acts[Int($0.index) - 1] }
        }
    }

    @Test("Nor is one at the end of a chain of corrections that goes on and on")
    func chain() throws {
        let turn = { (position: UInt64) in
            try turnedActs(by: act(correcting: [position - 1]), at: Position(position)) {
                $0 == Position(1)
                    ? Act(effective: day("2014-01-02"), events: [.actionClosed(ActionNumber(1))])
                    : act(correcting: [$0.index - 1])
            }
        }
        let limit = UInt64(RecordedAct.turnedLimit)
        #expect(try turn(limit + 1).count == RecordedAct.turnedLimit)
        #expect(throws: ActError.self) { try turn(limit + 2) }
    }

    @Test("The rules stop a chain of corrections where readers would")
    func refused() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", by: "KS"), .close(1)])
            var last: UInt64 = 3
            while last < 3 + UInt64(RecordedAct.turnedLimit) {
                try ledger.record(.correct(last))
                last += 1
            }
            #expect(throws: Rejection.correctedTooOften(Position(last))) {
                try ledger.record(.correct(last))
            }
        }
    }

    @Test(
        "A right ends at a moment that a log can hold",
        arguments: [-1, Timestamp.recordable.upperBound.milliseconds + 1])
    func until(milliseconds: Int64) throws {
        try withLedger { ledger in
            let size = try ledger.size
            let writer = Writer(TestLedger.key(9).publicKey)
            let until = Timestamp(milliseconds: milliseconds)
            #expect(throws: Rejection.rightEndsOutOfRange) {
                try ledger.record(.grantKey(KeyGrant(writer, committees: nil, until: until)))
            }
            #expect(try ledger.size == size)
        }
    }
}
