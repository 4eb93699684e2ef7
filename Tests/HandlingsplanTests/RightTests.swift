import Coordinates
import Handlingsplan
import Testing

@Suite("Who may record")
struct RightTests {
    private static let today = Scenario.today
    private static let anna = writer(2)
    private static let bo = writer(3)

    private static func writer(_ number: UInt8) -> Writer {
        Writer(bytes: Array(repeating: number, count: 32))!
    }

    private static func grant(
        _ writer: Writer, _ committees: [CommitteeCode]? = nil, until: Timestamp? = nil
    ) -> Proposal {
        on(today, .grantKey(KeyGrant(writer, committees: committees, until: until)))
    }

    private static func revoke(_ writer: Writer) -> Proposal {
        on(today, .revokeKey(writer, reason: nil))
    }

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "A registrar speaks for committees, each named once and in order",
            given: .municipality, when: grant(anna, ["SN", "KS", "SN"]),
            then: [.keyGranted(anna, Right(.registrar([1, 3])))]),
        Outcome(
            "A steward who was given the right can take it from the founder",
            given: .municipality + [grant(anna)], when: revoke(Scenario.founder),
            then: [.keyRevoked(Scenario.founder, reason: nil)]),
        Outcome(
            "A steward may have an end, while another has none",
            given: .municipality, when: grant(anna, until: Timestamp(milliseconds: 1)),
            then: [.keyGranted(anna, Right(.steward, until: Timestamp(milliseconds: 1)))]),
        Outcome(
            "A right is given again in place of the one before",
            given: .municipality + [grant(anna, ["SN"])], when: grant(anna, ["BUN"]),
            then: [.keyGranted(anna, Right(.registrar([2])))]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "The last steward is not revoked",
            given: .municipality, when: revoke(Scenario.founder), then: .lastSteward),
        Refusal(
            "Nor is the last one without an end",
            given: .municipality + [grant(anna, until: Timestamp.recordable.upperBound)],
            when: revoke(Scenario.founder), then: .lastSteward),
        Refusal(
            "Nor made a registrar",
            given: .municipality + [grant(anna, ["SN"])],
            when: grant(Scenario.founder, ["KS"]), then: .lastSteward),
        Refusal(
            "A key without a right is not revoked",
            given: .municipality + [grant(anna), revoke(anna)], when: revoke(anna),
            then: .noRightToRevoke),
        Refusal(
            "A registrar speaks for somebody",
            given: .municipality, when: grant(anna, []), then: .registrarOfNothing),
        Refusal(
            "Only for a committee that there is",
            given: .municipality, when: grant(anna, ["XX"]), then: .unknownCommittee("XX")),
        Refusal(
            "A right holds at once, and not from a day",
            given: .municipality,
            when: on("2014-05-31", .grantKey(KeyGrant(anna, committees: nil))),
            then: .rightsHoldAtOnce),
        Refusal(
            "A grant is not corrected",
            given: .municipality + [grant(anna)], when: on(today, .correct(5)),
            then: .rightsAreNotCorrected(5)),
    ]

    @Test("Everybody who ever had a right, and what it was, by position")
    func history() throws {
        let keys = try Scenario(
            given: .municipality + [Self.grant(Self.anna, ["SN"]), Self.revoke(Self.anna)]
        ).state.keys()
        let right = { keys.right(of: $0, founder: Scenario.founder, known: $1) }
        #expect(right(Scenario.founder, 0) == .founders)
        #expect(right(Self.anna, 4) == nil)
        #expect(right(Self.anna, 5) == Right(.registrar([3])))
        #expect(right(Self.anna, 6) == nil)
        #expect(keys.writers(founder: Scenario.founder, known: 4) == [Scenario.founder])
        #expect(keys.writers(founder: Scenario.founder, known: 6) == [Scenario.founder, Self.anna])
    }

    @Test("A fold does not let a grant be corrected")
    func correctedGrant() throws {
        var state = try Scenario(given: .municipality + [Self.grant(Self.anna)]).state
        let granted = Act(effective: Self.today, events: [.keyGranted(Self.anna, .founders)])
        let correction = Event.entryCorrected(5, reason: "fel")
        #expect(throws: ImpossibleEvent(granted.events[0])) {
            try state.evolve(
                RecordedAct(
                    position: 6, recordedAt: Timestamp(milliseconds: 9000),
                    act: Act(effective: Self.today, events: [correction]),
                    turned: [TurnedAct(position: 5, act: granted)]))
        }
    }
}
