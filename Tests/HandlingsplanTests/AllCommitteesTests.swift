import Coordinates
import Handlingsplan
import Testing

@Suite("What is laid on all committees")
struct AllCommitteesTests {
    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "All committees are also those that are established later",
            given: .municipality,
            when: on("2014-01-01", .assign(1, .all)),
            then: [.responsibilityAssigned(1, .all)]),
        Outcome(
            "All committees of now are those of the effective day",
            given: .municipality,
            when: on("2014-01-01", .assign(1, Assignees(.allNow))),
            then: [.responsibilityAssigned(1, Responsible(.allAsOf("2014-01-01")))]),
        Outcome(
            "One of them can lead",
            given: .municipality,
            when: on("2014-01-01", .assign(1, Assignees(.all, lead: "KS"))),
            then: [.responsibilityAssigned(1, Responsible(.all, lead: 1))]),
        Outcome(
            "What was laid on all of now has names, and one of them can hand it over",
            given: .municipality + [
                on("2014-01-01", .assign(1, Assignees(.allNow))),
                on("2015-01-01", .split("BUN", into: .new("FN"), .new("GN"))),
            ],
            when: on("2015-02-01", .transfer(1, from: "BUN", "FN", "GN")),
            then: [.responsibilityTransferred(1, from: 2, now: .these([1, 3, 4, 5]))]),
    ]

    /// AN is established in 2015, and SN ends in KS in 2016.
    private static func ledger(_ assignees: Assignees) throws -> Scenario {
        try Scenario(
            given: .municipality + [
                on("2014-01-01", .assign(1, assignees)),
                on("2014-02-01", .report(1, .completed, by: "SN")),
                on("2014-03-01", .report(1, .ongoing, by: "KS")),
                on("2015-01-01", .establish("AN")),
                on("2016-01-01", .dissolve("SN", into: "KS")),
            ])
    }

    private static func codes(_ ledger: Scenario, on day: CalendarDate) throws -> [CommitteeCode] {
        try #require(ledger.action(1, on: day)).shares.map(\.code)
    }

    @Test("`all` takes in a committee that is established later")
    func all() throws {
        let ledger = try Self.ledger(.all)
        #expect(try Self.codes(ledger, on: "2014-12-31") == ["KS", "BUN", "SN"])
        #expect(try Self.codes(ledger, on: "2015-01-01") == ["KS", "BUN", "SN", "AN"])
        #expect(try Self.codes(ledger, on: "2016-01-01") == ["KS", "BUN", "AN"])
    }

    @Test("`allNow` takes in none that is established later")
    func allNow() throws {
        let ledger = try Self.ledger(Assignees(.allNow))
        #expect(try Self.codes(ledger, on: "2014-12-31") == ["KS", "BUN", "SN"])
        #expect(try Self.codes(ledger, on: "2015-01-01") == ["KS", "BUN", "SN"])
        #expect(try Self.codes(ledger, on: "2016-01-01") == ["KS", "BUN"])
    }

    @Test("`allNow` passes to a new committee that the old ones merge into")
    func successor() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-01", .assign(1, Assignees(.allNow))),
                on("2015-01-01", .merge("BUN", "SN", into: .new("BN"))),
            ])
        #expect(try Self.codes(ledger, on: "2015-01-01") == ["KS", "BN"])
    }

    @Test("`allNow` leaves a share with a committee that is split, and says so")
    func split() throws {
        let given: [Proposal] =
            .municipality + [on("2014-01-01", .assign(1, Assignees(.allNow)))]
        let split = on("2015-01-01", .split("BUN", into: .new("FN"), .new("GN")))
        #expect(try Scenario(given: given).when(split).warnings == [.actionsLeft("BUN", [1])])
        let ledger = try Scenario(given: given + [split])
        #expect(try Self.codes(ledger, on: "2015-01-01") == ["KS", "BUN", "SN"])
        #expect(try ledger.board("BUN", on: "2015-01-01").titles == ["Läxhjälp"])
    }

    @Test("Each committee has its own share, and one status for all says how it was made")
    func shares() throws {
        let action = try #require(try Self.ledger(.all).action(1, on: "2014-03-01"))
        #expect(action.shares.map(\.status) == [.ongoing, .notStarted, .completed])
        #expect(action.shares.map(\.since) == ["2014-03-01", nil, "2014-02-01"])
        #expect(action.consolidation.status == .ongoing)
        #expect(action.consolidation.basis == .mixed)
    }

    @Test("One committee is overdue alone")
    func overdue() throws {
        let ledger = try Self.ledger(.all)
        #expect(
            try ledger.board("SN", on: "2015-01-01").lines.map { $0.hasSuffix("overdue") } == [
                false
            ])
        #expect(
            try ledger.board("BUN", on: "2015-01-01").lines.map { $0.hasSuffix("overdue") } == [
                true
            ])
        #expect(ledger.action(1, on: "2014-12-31")?.isOverdue == false)
        #expect(ledger.action(1, on: "2015-01-01")?.isOverdue == true)
    }
}
