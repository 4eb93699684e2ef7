import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import Testing
import TransparencyLog

/// What keys may record: SN's registrar, whose key is number 3, on a ledger where action 1 lies on
/// KS (committee 1) and action 2 on SN (committee 2).
@Suite("What a key may record")
struct RightTests {
    private static let registrar = TestLedger.key(3)
    private static let steward = TestLedger.key(4)

    private static func grant(
        _ key: SigningKey, _ committees: [String]?, until: Timestamp? = nil
    ) -> Command {
        .grantKey(
            KeyGrant(
                Writer(key.publicKey), committees: committees?.map(code),
                until: until))
    }

    /// Entry 5 is KS's report, entry 6 makes the registrar.
    private func withRegistrar(
        until: Timestamp? = nil, _ body: (TestLedger) throws -> Void
    ) throws {
        try withLedger { ledger in
            try ledger.record([
                .establish("KS"), .establish("SN"), .adopt("ett", by: "KS"),
                .adopt("tva", by: "SN"),
            ])
            try ledger.record(.report(1, .ongoing))
            try ledger.record(Self.grant(Self.registrar, ["SN"], until: until))
            try body(ledger)
        }
    }

    private static func report(_ action: UInt32, _ code: String) -> Command {
        .reportStatus(
            ActionNumber(action), StatusReport(.completed), by: LedgerSupport.code(code))
    }

    private static let whatRegistrarsRecord: [(Command, RightObjection?)] = [
        (report(2, "SN"), nil),
        (report(1, "KS"), .otherCommittee(CommitteeNumber(1))),
        (.close(2), .takesSteward(.actionClosed(ActionNumber(2)))),
        (.correct(5), .otherCommittee(CommitteeNumber(1))),
        (
            .revokeKey(Writer(registrar.publicKey), reason: nil),
            .takesSteward(.keyRevoked(Writer(registrar.publicKey), reason: nil))
        ),
        (
            grant(registrar, nil),
            .takesSteward(.keyGranted(Writer(registrar.publicKey), Right(.steward)))
        ),
    ]

    @Test(
        "A registrar speaks for its committee, and for no other",
        arguments: whatRegistrarsRecord)
    func registrar(_ command: Command, objection: RightObjection?) throws {
        try withRegistrar { ledger in
            try expect(objection, for: command, by: Self.registrar, in: ledger)
        }
    }

    @Test("A registrar corrects its own report, and the correction of it, as a steward may")
    func ownCorrection() throws {
        try withRegistrar { ledger in
            try ledger.record(Self.report(2, "SN"), by: Self.registrar)
            try ledger.record(.correct(7), by: Self.registrar)
            try ledger.record(.correct(8), by: Self.registrar)
            try ledger.record(.correct(9))
        }
    }

    @Test("A right that was revoked is none from the next entry on")
    func revoked() throws {
        try withRegistrar { ledger in
            try ledger.record(Self.report(2, "SN"), by: Self.registrar)
            try ledger.record(.revokeKey(Writer(Self.registrar.publicKey), reason: "slutat"))
            try expect(
                .revoked(at: Position(8)), for: Self.report(2, "SN"), by: Self.registrar,
                in: ledger)
        }
    }

    @Test("A right with an end covers what is recorded in its last millisecond, and nothing later")
    func ended() throws {
        let end = Timestamp(milliseconds: try TestLedger().now.milliseconds + 6 * 3_600_000)
        try withRegistrar(until: end) { ledger in
            ledger.now = end
            try ledger.record(Self.report(2, "SN"), by: Self.registrar)
            ledger.now = Timestamp(milliseconds: end.milliseconds + 1)
            try expect(.ended(end), for: Self.report(2, "SN"), by: Self.registrar, in: ledger)
        }
    }

    @Test("A new steward may go on without the founder")
    func succession() throws {
        try withRegistrar { ledger in
            try ledger.record(Self.grant(Self.steward, nil))
            try ledger.record(
                .revokeKey(Writer(TestLedger.founder.publicKey), reason: nil), by: Self.steward)
            try ledger.record(.close(1), by: Self.steward)
            try expect(
                .revoked(at: Position(8)), for: .close(2), by: TestLedger.founder, in: ledger)
        }
    }

    @Test("Within one command, a right holds for what comes after it")
    func withinOneCommand() throws {
        try withRegistrar { ledger in
            let size = try ledger.size
            let items = [
                Proposal(Self.grant(Self.steward, nil)),
                Proposal(
                    .revokeKey(Writer(TestLedger.founder.publicKey), reason: nil)),
                Proposal(.close(1)),
            ]
            #expect(throws: NotPermitted.self) { try ledger.record(items) }
            #expect(try ledger.size == size)
        }
    }

    private func expect(
        _ objection: RightObjection?, for command: Command, by key: SigningKey,
        in ledger: TestLedger
    ) throws {
        let size = try ledger.size
        guard let objection else {
            try ledger.record(command, by: key)
            return
        }
        let refused = #expect(throws: NotPermitted.self) { try ledger.record(command, by: key) }
        #expect(refused?.objection == objection)
        #expect(try ledger.size == size)
    }
}
