import Coordinates
import Handlingsplan
import Testing

@Suite("Outcome and forecast")
struct OutcomeAndForecastTests {
    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "An outcome is for a period that is over",
            given: .municipality,
            when: on("2014-01-15", .report(1, .ongoing, for: "2013")),
            then: [.statusReported(1, 2, StatusReport(.ongoing, period: "2013"))]),
        Outcome(
            "A period is over on its last day",
            given: .municipality,
            when: on("2013-12-31", .report(1, .ongoing, for: "2013")),
            then: [.statusReported(1, 2, StatusReport(.ongoing, period: "2013"))]),
        Outcome(
            "A forecast is for a period that is not over",
            given: .municipality,
            when: on("2013-12-30", .forecast(1, .uncertain, for: "2013")),
            then: [.forecastGiven(1, 2, Forecast(.uncertain, period: "2013"))]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "What comes of a period is not known before it is over",
            given: .municipality,
            when: on("2013-12-30", .report(1, .completed, for: "2013")),
            then: .outcomeOfTheFuture("2013")),
        Refusal(
            "What came of a period is no forecast",
            given: .municipality,
            when: on("2013-12-31", .forecast(1, .expected, for: "2013")),
            then: .forecastOfThePast("2013")),
        Refusal(
            "A committee forecasts its own actions only",
            given: .municipality,
            when: on("2013-06-01", .forecast(1, .expected, for: "2013", by: "SN")),
            then: .notResponsible(1, "SN", responsible: ["BUN"])),
        Refusal(
            "Where several answer, the one who forecasts says which it is",
            given: .municipality + [on("2013-02-01", .assign(1, ["BUN", "SN"]))],
            when: on("2013-06-01", .forecast(1, .expected, for: "2013")),
            then: .severalResponsible(1, ["BUN", "SN"])),
        Refusal(
            "A committee that ended forecasts nothing",
            given: .municipality + [on("2013-02-01", .dissolve("BUN"))],
            when: on("2013-06-01", .forecast(1, .expected, for: "2013")),
            then: .committeeDissolved("BUN", successor: nil)),
    ]

    @Test("are two series that do not mix")
    func twoSeries() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-03-01", .report(1, .delayed)),
                on("2013-04-01", .forecast(1, .expected, for: "2013")),
            ])
        let share = try #require(ledger.action(1, on: "2013-04-01")?.shares.first)
        #expect(share.status == .delayed)
        #expect(share.since == "2013-03-01")
        #expect(share.forecast?.expectation == .expected)
        #expect(share.forecastGiven == "2013-04-01")
        let before = try #require(ledger.action(1, on: "2013-03-31")?.shares.first)
        #expect(before.forecast == nil)
    }

    @Test("A forecast of spring stands beside the outcome of the year, and the action goes on")
    func carriedOver() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2018-01-01", .adopt("budget-2018")),
                on("2018-01-01", .decide(.action("Utredning", by: ["BUN"]), in: "budget-2018")),
                on("2018-04-30", .forecast(2, .expected, for: "2018")),
                on("2018-12-31", .report(2, .ongoing, for: "2018")),
                on("2019-01-01", .adopt("budget-2019")),
                on("2019-01-01", .amendAction(2, [.plan("budget-2019")])),
            ])
        let spring = try #require(ledger.action(2, on: "2018-04-30"))
        #expect(spring.shares.map(\.status) == [.notStarted])
        #expect(spring.shares.map(\.forecast) == [Forecast(.expected, period: "2018")])
        let end = try #require(ledger.action(2, on: "2019-01-01"))
        #expect(end.shares.map(\.latest) == [StatusReport(.ongoing, period: "2018")])
        #expect(end.shares.map(\.forecast) == [Forecast(.expected, period: "2018")])
        #expect(end.slug == "budget-2019")
        #expect(end.isOpen)
    }

    @Test("pass with the action to the committee that takes it over")
    func transferred() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-04-01", .forecast(1, .notExpected, for: "2013")),
                on("2013-06-01", .transfer(1, "SN")),
            ])
        let share = try #require(ledger.action(1, on: "2013-06-01")?.shares.first)
        #expect(share.code == "SN")
        #expect(share.forecast?.expectation == .notExpected)
    }
}
