import Coordinates
import Handlingsplan
import Testing

@Suite("What a ledger has settled about words")
struct ReadingRulesTests {
    @Test("Innan and före can mean by the end of what they name", arguments: included)
    func before(_ example: DeadlineExample) { example.check(by: ReadingRules(before: .included)) }

    static let included: [DeadlineExample] = [
        DeadlineExample(
            "Klart innan januari 2014", .by, .month, to: "2014-01-31", assuming: .beforeIncluded),
        DeadlineExample(
            "innan den 1 juni 2014", .by, .day, to: "2014-06-01", assuming: .beforeIncluded),
        DeadlineExample("före 2021", .by, .year, to: "2021-12-31", assuming: .beforeIncluded),
        DeadlineExample(
            "före sommaren 2015", .by, .season, to: "2015-08-31", assuming: .seasonBoundaries,
            .beforeIncluded),
        DeadlineExample(
            "innan januari", given: "2014-01-20", .by, .month, to: "2014-01-31",
            assuming: .yearFromGiven, .beforeIncluded),
        DeadlineExample(
            "varje år före den 1 mars", .by, .day, every: .year(on: "03-01"),
            assuming: .beforeIncluded),
    ]

    @Test("What only looks like it means what it always did", arguments: untouched)
    func otherwise(_ example: DeadlineExample) {
        for before in ReadingRules.Before.allCases {
            example.check(by: ReadingRules(before: before))
        }
    }

    static let untouched: [DeadlineExample] = [
        DeadlineExample("innan budgetbeslut", .before, relation: "innan budgetbeslut"),
        DeadlineExample("före valet", .before, relation: "före valet"),
        DeadlineExample("innan utgången av maj 2015", .by, .month, to: "2015-05-31"),
        DeadlineExample("före årsskiftet 2015/16", .by, .year, to: "2015-12-31"),
        DeadlineExample(
            "inför september 2015", .before, .month, to: "2015-08-31", assuming: .beforeStrictly),
        DeadlineExample("inför varje mandatperiod", .before, every: .mandatePeriod),
        DeadlineExample("senast januari 2014", .by, .month, to: "2014-01-31"),
    ]

    /// Seasons of 4, 2, 3 and 3 months.
    private static let early = SeasonBoundaries(spring: 2, summer: 6, autumn: 8, winter: 11)!

    @Test("Seasons begin where the rules say", arguments: earlySeasons)
    func seasons(_ example: DeadlineExample) {
        example.check(by: ReadingRules(seasons: Self.early))
    }

    static let earlySeasons: [DeadlineExample] = [
        DeadlineExample(
            "våren 2015", .during, .season, from: "2015-02-01", to: "2015-05-31",
            assuming: .seasonBoundaries),
        DeadlineExample(
            "före sommaren 2015", .before, .season, to: "2015-05-31", assuming: .beforeStrictly,
            .seasonBoundaries),
        DeadlineExample(
            "tidig vår 2015", .during, .season, from: "2015-02-01", to: "2015-03-31",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "senvåren 2015", .during, .season, from: "2015-04-01", to: "2015-05-31",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "sensommaren 2015", .during, .season, from: "2015-07-01", to: "2015-07-31",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "tidig höst 2015", .during, .season, from: "2015-08-01", to: "2015-09-15",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "vintern 2015", .during, .season, from: "2015-11-01", to: "2016-01-31",
            assuming: .seasonBoundaries, .winterBeginsInYear),
        DeadlineExample(
            "senvintern 2015/2016", .during, .season, from: "2015-12-16", to: "2016-01-31",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "varje vinter", .during, .season, every: .year(on: "11/01"),
            assuming: .seasonBoundaries),
    ]

    /// Winter is the first three months of a year, and summer is May alone.
    private static let late = SeasonBoundaries(spring: 4, summer: 5, autumn: 6, winter: 1)!

    @Test("A winter that begins in January lies in one year", arguments: lateSeasons)
    func winter(_ example: DeadlineExample) { example.check(by: ReadingRules(seasons: Self.late)) }

    static let lateSeasons: [DeadlineExample] = [
        DeadlineExample(
            "vintern 2015", .during, .season, from: "2015-01-01", to: "2015-03-31",
            assuming: .seasonBoundaries),
        DeadlineExample(
            "vintern 2014/2015", .during, .season, from: "2015-01-01", to: "2015-03-31",
            assuming: .seasonBoundaries),
        DeadlineExample(
            "tidig sommar 2015", .during, .season, from: "2015-05-01", to: "2015-05-15",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "senhösten 2015", .during, .season, from: "2015-09-16", to: "2015-12-31",
            assuming: .seasonBoundaries, .seasonHalves),
    ]

    @Test(
        "Seasons that are out of order, or share a month, are none",
        arguments: [
            [0, 6, 9, 12], [3, 6, 9, 13], [3, 3, 9, 12], [3, 6, 6, 12], [3, 6, 9, 9],
            [6, 3, 9, 12],
            [3, 9, 6, 12], [3, 6, 9, 2], [1, 6, 9, 1], [-3, 6, 9, 12], [12, 3, 6, 9],
        ])
    func refused(_ months: [Int]) {
        #expect(
            SeasonBoundaries(
                spring: months[0], summer: months[1], autumn: months[2], winter: months[3]) == nil)
    }

    @Test("The standard is strict, with spring in March")
    func standard() {
        #expect(ReadingRules.standard.before == .strict)
        #expect(
            ReadingRules.standard.seasons
                == SeasonBoundaries(spring: 3, summer: 6, autumn: 9, winter: 12))
    }
}
