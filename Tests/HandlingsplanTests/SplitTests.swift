import Coordinates
import Handlingsplan
import Testing

@Suite("A committee that is split")
struct SplitTests {
    /// BUN becomes FN and GN from 2014: entry 5.
    static let split: [Proposal] =
        .municipality + [on("2014-01-01", .split("BUN", into: .new("FN"), .new("GN")))]

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "The split establishes the parts that there were not before",
            given: .municipality,
            when: on(
                "2014-01-01",
                .split("BUN", into: .new("UN", "Utbildningsnämnden"), .existing("SN"))),
            then: [
                .committeeEstablished(4, Naming(code: "UN", name: "Utbildningsnämnden")),
                .committeeSplit(2, into: [3, 4]),
            ]),
        Outcome(
            "A part may keep the code",
            given: .municipality,
            when: on("2014-01-01", .split("BUN", into: .new("BUN"), .new("FN"))),
            then: [
                .committeeEstablished(4, Naming(code: "BUN", name: "BUN")),
                .committeeEstablished(5, Naming(code: "FN", name: "FN")),
                .committeeSplit(2, into: [4, 5]),
            ]),
        Outcome(
            "What the split committee still has is transferred from it",
            given: split,
            when: on("2014-02-01", .transfer(1, from: "BUN", "FN")),
            then: [.responsibilityTransferred(1, from: 2, now: .these([4]))]),
        Outcome(
            "It need not be named where it alone answers",
            given: split,
            when: on("2014-02-01", .transfer(1, "FN", "GN")),
            then: [.responsibilityTransferred(1, from: 2, now: .these([4, 5]))]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "One part is no split",
            given: .municipality,
            when: on("2014-01-01", .split("BUN", into: .existing("SN"), .existing("SN"))),
            then: .splitIntoOne("BUN")),
        Refusal(
            "No committee is a part of itself",
            given: .municipality,
            when: on("2014-01-01", .split("BUN", into: .existing("BUN"), .new("FN"))),
            then: .successorIsItself("BUN")),
        Refusal(
            "Two parts do not share a code",
            given: .municipality,
            when: on("2014-01-01", .split("BUN", into: .new("FN", "Förskolan"), .new("FN"))),
            then: .codeTaken("FN", name: "Förskolan")),
        Refusal(
            "It reports no more",
            given: split,
            when: on("2014-02-01", .report(1, .ongoing)),
            then: .committeeSplit("BUN", into: ["FN", "GN"])),
        Refusal(
            "It receives nothing",
            given: split,
            when: on("2014-02-01", .decide(.action("Praktik", by: ["BUN"]))),
            then: .committeeSplit("BUN", into: ["FN", "GN"])),
        Refusal(
            "A part has nothing to report until something is transferred to it",
            given: split,
            when: on("2014-02-01", .report(1, .ongoing, by: "FN")),
            then: .notResponsible(1, "FN", responsible: ["BUN"])),
        Refusal(
            "A committee that is to end later is not split before that",
            given: .municipality + [on("2015-01-01", .dissolve("BUN"))],
            when: on("2014-01-01", .split("BUN", into: .new("FN"), .new("GN"))),
            then: .committeeEndsLater("BUN", from: "2015-01-01")),
    ]

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    static let cautions: [Caution] = [
        Caution(
            "A split lists the open actions that are to be transferred",
            given: .municipality + [
                on("2013-02-01", .decide(.action("Praktik", by: ["BUN", "SN"]))),
                on("2013-02-01", .decide(.action("Simskola", by: ["BUN"]))),
                on("2013-02-01", .decide(.action("Tolkar", by: ["SN"]))),
                on("2013-02-01", .decide(.action("Statistik", by: .all))),
                on("2013-12-01", .close(3)),
            ],
            when: on("2014-01-01", .split("BUN", into: .new("FN"), .new("GN"))),
            then: [.actionsLeft("BUN", [1, 2])])
    ]

    @Test("keeps each action on its board until that is transferred")
    func stays() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .decide(.action("Simskola", by: ["BUN"]))),
                on("2013-03-01", .report(2, .ongoing)),
                on("2014-01-01", .split("BUN", into: .new("FN"), .new("GN"))),
                on("2014-02-01", .transfer(2, "GN")),
            ])
        let left = try ledger.board("BUN", on: "2014-01-31")
        #expect(left.titles == ["Läxhjälp", "Simskola"])
        #expect(left.dissolved == "2014-01-01")
        #expect(try ledger.board("BUN", on: "2014-02-01").titles == ["Läxhjälp"])
        #expect(try ledger.board("FN", on: "2014-02-01").titles == [])
        #expect(
            try ledger.board("GN", on: "2014-02-01").lines
                == ["2 Simskola: ongoing since 2013-03-01"])
    }

    @Test("has a board among all boards for as long as something is left on it")
    func boards() throws {
        let ledger = try Scenario(given: Self.split + [on("2014-02-01", .transfer(1, "GN"))])
        func codes(on day: CalendarDate) -> [CommitteeCode] {
            ledger.state.boards(at: ledger.moment(day)).map(\.committee.code)
        }
        #expect(codes(on: "2014-01-31") == ["KS", "BUN", "SN", "FN", "GN"])
        #expect(codes(on: "2014-02-01") == ["KS", "SN", "FN", "GN"])
    }
}
