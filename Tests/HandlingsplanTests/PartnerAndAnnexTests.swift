import Coordinates
import Handlingsplan
import Testing

@Suite("Partners and annexes")
struct PartnerAndAnnexTests {
    private static let annex = Annex(
        name: "bilaga 1.pdf", digest: Digest256(Array(repeating: 0xab, count: 32))!, byteCount: 9)

    private static func link(_ name: String, _ role: String? = nil) -> Command {
        .linkPartner(.action(1), Partner(name: name, role: role))
    }

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "A partner takes part in an action, in a role",
            given: .municipality,
            when: on("2014-01-01", link("Arbetsförmedlingen", "praktikplatser")),
            then: [
                .partnerLinked(
                    .action(1), Partner(name: "Arbetsförmedlingen", role: "praktikplatser"))
            ]),
        Outcome(
            "A partner takes part in a plan",
            given: .municipality,
            when: on(
                "2014-01-01", .linkPartner(.document("integration"), Partner(name: "Polisen"))),
            then: [.partnerLinked(.document(1), Partner(name: "Polisen"))]),
        Outcome(
            "A partner goes",
            given: .municipality + [on("2013-02-01", link("Polisen"))],
            when: on("2014-01-01", .unlinkPartner(.action(1), name: "Polisen")),
            then: [.partnerUnlinked(.action(1), name: "Polisen")]),
        Outcome(
            "An annex belongs to a document",
            given: .municipality,
            when: on("2014-01-01", .attach(.document("integration"), annex)),
            then: [.annexAttached(.document(1), annex)]),
        Outcome(
            "An annex belongs to a committee",
            given: .municipality,
            when: on("2014-01-01", .attach(.committee("SN"), annex)),
            then: [.annexAttached(.committee(3), annex)]),
        Outcome(
            "An annex belongs to an action, also to one that is closed",
            given: .municipality + [on("2013-02-01", .close(1))],
            when: on("2014-01-01", .attach(.action(1), annex)),
            then: [.annexAttached(.action(1), annex)]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "Only a partner goes",
            given: .municipality,
            when: on("2014-01-01", .unlinkPartner(.action(1), name: "Polisen")),
            then: .notAPartner("Polisen")),
        Refusal(
            "A partner goes only once",
            given: .municipality + [
                on("2013-02-01", link("Polisen")),
                on("2013-03-01", .unlinkPartner(.action(1), name: "Polisen")),
            ],
            when: on("2014-01-01", .unlinkPartner(.action(1), name: "Polisen")),
            then: .notAPartner("Polisen")),
        Refusal(
            "A partner takes part in a document or an action, not in a committee",
            given: .municipality,
            when: on("2014-01-01", .linkPartner(.committee("SN"), Partner(name: "Polisen"))),
            then: .partnerOfCommittee("SN")),
        Refusal(
            "A partner has a name",
            given: .municipality,
            when: on("2014-01-01", link(" ")),
            then: .emptyText(.name)),
        Refusal(
            "An annex belongs to something that there is",
            given: .municipality,
            when: on("2014-01-01", .attach(.action(2), annex)),
            then: .unknownAction(2, count: 1)),
    ]

    @Test("Partners are listed as they came, each once and in the latest role")
    func roles() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", Self.link("Polisen", "råd")),
                on("2013-03-01", Self.link("Landstinget")),
                on("2013-04-01", Self.link("Polisen", "utbildning")),
                on("2013-05-01", .unlinkPartner(.action(1), name: "Landstinget")),
            ])
        func partners(on day: CalendarDate) throws -> [Partner] {
            try #require(ledger.action(1, on: day)).partners
        }
        #expect(
            try partners(on: "2013-03-01")
                == [Partner(name: "Polisen", role: "råd"), Partner(name: "Landstinget")])
        #expect(
            try partners(on: "2013-04-01")
                == [Partner(name: "Polisen", role: "utbildning"), Partner(name: "Landstinget")])
        #expect(
            try partners(on: "2013-05-01") == [Partner(name: "Polisen", role: "utbildning")])
    }

    @Test("What has another digest is another annex, and both are kept")
    func versions() throws {
        let newer = Annex(
            name: Self.annex.name,
            digest: try #require(Digest256(Array(repeating: 1, count: 32))),
            byteCount: 10)
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .attach(.document("integration"), Self.annex)),
                on("2013-03-01", .attach(.document("integration"), newer)),
            ])
        let annexes = ledger.state.documents()[0].annexes
        #expect(annexes.visible(at: ledger.moment("2013-02-28")).map(\.value) == [Self.annex])
        #expect(
            annexes.visible(at: ledger.moment("2013-03-01")).map(\.value) == [Self.annex, newer])
    }

    @Test("A digest is 32 bytes, written as sha256sum does")
    func digest() {
        #expect(Digest256([]) == nil)
        #expect(Digest256(Array(repeating: 0, count: 31)) == nil)
        #expect(
            Digest256((0..<32).map { $0 * 8 })?.description
                == "0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8")
    }
}
