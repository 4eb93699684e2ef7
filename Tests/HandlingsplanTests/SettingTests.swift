import Coordinates
import Handlingsplan
import Testing

@Suite("What a ledger settles")
struct SettingTests {
    /// From 2014, "innan" takes in what it names, and from March, autumn begins in August.
    private static let settled: [Proposal] =
        .municipality + [
            on("2014-01-01", .change(.before(.included))),
            on(
                "2014-03-01",
                .change(
                    .seasons(SeasonBoundaries(spring: 3, summer: 6, autumn: 8, winter: 12)!))),
        ]

    private static func reading(
        _ text: String, on day: CalendarDate, given: [Proposal] = settled
    ) throws -> DeadlineReading? {
        let act = try Scenario(given: given).when(on(day, .deadline(1, text))).act
        guard case .deadlineSet(1, let deadline)? = act?.events.first else { return nil }
        return deadline.reading
    }

    @Test(
        "reads innan as it is settled on the effective day",
        arguments: [
            ("2013-12-31", "2014-04-30"), ("2014-01-01", "2014-05-31"),
            ("2014-04-01", "2014-05-31"),
        ] as [(CalendarDate, CalendarDate)])
    func before(_ day: CalendarDate, _ latest: CalendarDate) throws {
        #expect(try Self.reading("innan maj 2014", on: day)?.latest == latest)
    }

    @Test(
        "reads seasons as they are settled on the effective day",
        arguments: [
            ("2014-02-28", "2014-09-01"), ("2014-03-01", "2014-08-01"),
        ] as [(CalendarDate, CalendarDate)])
    func seasons(_ day: CalendarDate, _ earliest: CalendarDate) throws {
        #expect(try Self.reading("hösten 2014", on: day)?.earliest == earliest)
    }

    @Test("changes no reading that was recorded before")
    func kept() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-06-01", .deadline(1, "innan maj 2014")),
                on("2013-01-01", .change(.before(.included))),
            ])
        #expect(
            ledger.action(1, on: "2014-01-01")?.deadline?.reading?.latest == "2014-04-30")
    }

    @Test("reads as before where a setting is corrected")
    func corrected() throws {
        let given = Self.settled + [on("2014-01-01", .correct(5))]
        #expect(
            try Self.reading("innan maj 2014", on: "2014-02-01", given: given)?.latest
                == "2014-04-30")
    }

    @Test("warns of no innan once it is settled what it means")
    func warnings() throws {
        let decision = try Scenario(given: Self.settled).when(
            on("2014-02-01", .deadline(1, "innan maj 2014")))
        #expect(decision.warnings == [])
    }

    @Test("reports by the ends of the tertials, until other days are settled")
    func cutOffs() throws {
        let quarters = try #require(CutOffs(["03-31", "06-30", "09-30", "12-31"]))
        let ledger = try Scenario(
            given: .municipality + [on("2014-01-01", .change(.cutOffs(quarters)))])
        let settings = ledger.state.settings()
        #expect(settings.cutOffs(at: ledger.moment("2013-12-31")) == .standard)
        #expect(settings.cutOffs(at: ledger.moment("2014-01-01")) == quarters)
    }

    @Test("Cut-offs ascend, each once")
    func ascending() {
        #expect(CutOffs(["12-31", "07-31", "12-31"])?.days == ["07-31", "12-31"])
    }

    @Test(
        "What is no row of cut-offs",
        arguments: [[], ["13-01"], ["04-30", "04-31"], ["2014-04-30"], ["april"]])
    func refused(_ texts: [String]) { #expect(CutOffs(texts) == nil) }
}
