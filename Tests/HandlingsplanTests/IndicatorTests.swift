import Coordinates
import Handlingsplan
import Testing

@Suite("Indicators")
struct IndicatorTests {
    private static func value(_ text: String) -> Quantity { Quantity(text)! }

    /// Asylum seekers, as a web page counted them: entry 5.
    static let seekers: [Proposal] =
        .municipality + [
            on(
                "2013-02-01",
                .defineIndicator("integration", NewIndicator(name: "Asylsökande", unit: "personer"))
            )
        ]

    private static func counted(_ text: String, in period: Period, exactly: Bool = true) -> Command
    {
        .observe(
            1,
            Observation(
                period: period, value: value(text), isApproximate: !exactly, source: "hedemora.se",
                sourceDate: "2016-04-29"))
    }

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "An indicator tells about a goal or an action",
            given: seekers + [on("2013-02-01", .setGoal("integration", NewGoal(title: "Arbete")))],
            when: on(
                "2014-01-01",
                .defineIndicator("integration", NewIndicator(name: "Platser", goal: 1, action: 1))),
            then: [
                .indicatorDefined(
                    2, Indicator(document: 1, goal: 1, action: 1, name: "Platser"))
            ]),
        Outcome(
            "A target is for a period, also one to come",
            given: seekers,
            when: on(
                "2014-01-01",
                .setTarget(1, Target(period: "2016", bound: .atLeast, value: value("30")))),
            then: [.targetSet(1, Target(period: "2016", bound: .atLeast, value: value("30")))]),
        Outcome(
            "An observation has a source and the date that the source bears",
            given: seekers,
            when: on("2016-05-01", counted("1171", in: "2016-03")),
            then: [
                .indicatorObserved(
                    1,
                    Observation(
                        period: "2016-03", value: value("1171"), source: "hedemora.se",
                        sourceDate: "2016-04-29"))
            ]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "Nothing is observed of an indicator that nobody defined",
            given: .municipality,
            when: on("2016-05-01", counted("1171", in: "2016-03")),
            then: .unknownIndicator(1, count: 0)),
        Refusal(
            "Nothing is observed before it is defined",
            given: seekers,
            when: on("2013-01-31", counted("1171", in: "2012")),
            then: .unknownIndicator(1, count: 1)),
        Refusal(
            "Nothing is observed of a period that has not begun",
            given: seekers,
            when: on("2016-02-29", counted("1171", in: "2016-03")),
            then: .periodNotBegun("2016-03")),
        Refusal(
            "An observation has a source",
            given: seekers,
            when: on(
                "2016-05-01",
                .observe(1, Observation(period: "2016-03", value: value("1"), source: " "))),
            then: .emptyText(.source)),
        Refusal(
            "An indicator tells about an action that there is",
            given: seekers,
            when: on(
                "2014-01-01",
                .defineIndicator("integration", NewIndicator(name: "Platser", action: 2))),
            then: .unknownAction(2, count: 1)),
        Refusal(
            "An indicator tells about a goal that there is",
            given: seekers,
            when: on(
                "2014-01-01",
                .defineIndicator("integration", NewIndicator(name: "Platser", goal: 1))),
            then: .unknownGoal(1, count: 0)),
    ]

    @Test("keep every observation, with approximate ones marked, and a corrected one gone")
    func observations() throws {
        let ledger = try Scenario(
            given: Self.seekers + [
                on("2016-05-01", Self.counted("1200", in: "2016-03", exactly: false)),
                on("2016-05-02", Self.counted("1117", in: "2016-03")),
                on("2016-05-03", .correct(7)),
                on("2016-05-03", Self.counted("1171", in: "2016-03")),
            ])
        let story = ledger.state.indicators()[0]
        func values(known: Position) -> [String] {
            story.observations.visible(at: ledger.moment("2016-06-01", known: known)).map {
                ($0.value.isApproximate ? "cirka " : "") + $0.value.value.description
            }
        }
        #expect(values(known: 7) == ["cirka 1200", "1117"])
        #expect(values(known: 9) == ["cirka 1200", "1171"])
    }

    @Test(
        "reach a target or not",
        arguments: [
            (.atLeast, "30", "30.0", true), (.atLeast, "30", "29.9", false),
            (.atMost, "30", "30", true), (.atMost, "30", "30.001", false),
            (.exactly, "30", "30.00", true), (.exactly, "-3", "3", false),
        ] as [(Target.Bound, String, String, Bool)])
    func targets(_ bound: Target.Bound, _ wanted: String, _ observed: String, _ isMet: Bool) {
        let target = Target(period: "2016", bound: bound, value: Self.value(wanted))
        #expect(target.isMet(by: Self.value(observed)) == isMet)
    }
}
