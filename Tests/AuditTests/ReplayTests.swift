import Audit
import Coordinates
import EntryLog
import LedgerSupport
import PlanLog
import Registry
import Testing

@testable import Handlingsplan

@Suite("A replay")
struct ReplayTests {
    /// On three days in January: a committee, its plan, and the close of its first action.
    private func record(in ledger: TestLedger) throws {
        ledger.step = .seconds(10 * 86_400)
        ledger.now = Timestamp(milliseconds: ledger.now.milliseconds + 86_400_000)
        try ledger.record([
            .establish("KS"), .adopt("plan", actions: 2, by: "KS"), .close(1),
        ])
    }

    private func moment(known: String, in ledger: TestLedger) throws -> Moment {
        let registry = try ledger.registry
        return try registry.read {
            try registry.moment(
                effective: day("2014-12-31"), known: day(known), now: ledger.now, in: $0, $1)
        }
    }

    @Test("There is nothing to replay on a day before the founding")
    func beforeFounding() throws {
        try withLedger { ledger in
            #expect(
                throws: NothingRecorded(
                    by: day("2014-01-01"), founded: TestLedger.foundingDay)
            ) { try moment(known: "2014-01-01", in: ledger) }
        }
    }

    @Test(
        "It sees what was recorded by the end of the day, and nothing later",
        arguments: [
            ("2014-01-02", 0, []), ("2014-01-03", 1, [0]), ("2014-01-12", 1, [0]),
            ("2014-01-13", 2, [2]), ("2014-01-22", 2, [2]), ("2014-01-23", 3, [2]),
            ("2020-01-01", 3, [2]),
        ] as [(String, UInt64, [Int])])
    func pastDate(known: String, position: UInt64, rowCounts: [Int]) throws {
        try withLedger { ledger in
            try record(in: ledger)
            let moment = try moment(known: known, in: ledger)
            #expect(moment.known == Position(position))
            let registry = try ledger.registry
            let report = try replay(registry.log, registry.views, at: moment)
            #expect(report.isVerified)
            #expect(report.boards.map(\.rows.count) == rowCounts)
            #expect(report.boards.flatMap(\.rows).contains { !$0.action.isOpen } == (position == 3))
            #expect(try report.boards == registry.read { try $1.boards(at: moment) })
            #expect(try report.root == registry.log.read { try $0.root(of: moment.known.treeSize) })
        }
    }

    @Test("It can be asked for one committee, which must exist")
    func oneCommittee() throws {
        try withLedger { ledger in
            try record(in: ledger)
            try ledger.record(.establish("BUN"))
            #expect(try ledger.replay(known: 4).boards.count == 2)
            let report = try ledger.replay(known: 4, only: code("BUN"))
            #expect(report.boards.map(\.committee.code) == [code("BUN")])
            #expect(throws: NoSuchCommittee(code: code("XN"))) {
                try ledger.replay(known: 4, only: code("XN"))
            }
            #expect(throws: NoSuchCommittee(code: code("BUN"))) {
                try ledger.replay(known: 3, only: code("BUN"))
            }
        }
    }
}
