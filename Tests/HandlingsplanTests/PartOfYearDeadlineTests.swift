import Handlingsplan
import Testing

@Suite("Deadlines in parts of a year")
struct PartOfYearDeadlineTests {
    @Test("Quarters, tertials and half-years", arguments: parts)
    func readsParts(_ example: DeadlineExample) { example.check() }

    static let parts: [DeadlineExample] = [
        DeadlineExample("kvartal 2 2015", .during, .quarter, from: "2015-04-01", to: "2015-06-30"),
        DeadlineExample("Q3 2016", .during, .quarter, from: "2016-07-01", to: "2016-09-30"),
        DeadlineExample("kv 1, 2015", .during, .quarter, from: "2015-01-01", to: "2015-03-31"),
        DeadlineExample("kv. 1 2015", .during, .quarter, from: "2015-01-01", to: "2015-03-31"),
        DeadlineExample("2015 Q4", .during, .quarter, from: "2015-10-01", to: "2015-12-31"),
        DeadlineExample(
            "under andra kvartalet 2015", .during, .quarter, from: "2015-04-01", to: "2015-06-30"),
        DeadlineExample(
            "1:a kvartalet 2015", .during, .quarter, from: "2015-01-01", to: "2015-03-31"),
        DeadlineExample("senast sista kvartalet 2015", .by, .quarter, to: "2015-12-31"),
        DeadlineExample("senast kvartal 3 2015", .by, .quarter, to: "2015-09-30"),
        DeadlineExample(
            "innan fjärde kvartalet 2015", .before, .quarter, to: "2015-09-30",
            assuming: .beforeStrictly),
        DeadlineExample("tertial 1 2015", .during, .tertial, from: "2015-01-01", to: "2015-04-30"),
        DeadlineExample("senast T2 2015", .by, .tertial, to: "2015-08-31"),
        DeadlineExample(
            "tredje tertialet 2015", .during, .tertial, from: "2015-09-01", to: "2015-12-31"),
        DeadlineExample(
            "första halvåret 2015", .during, .halfYear, from: "2015-01-01", to: "2015-06-30"),
        DeadlineExample(
            "under andra halvåret av 2015", .during, .halfYear, from: "2015-07-01",
            to: "2015-12-31"),
        DeadlineExample("H1 2015", .during, .halfYear, from: "2015-01-01", to: "2015-06-30"),
        DeadlineExample("från kvartal 3 2015", .from, .quarter, from: "2015-07-01"),
    ]

    @Test("Seasons are three months each", arguments: seasons)
    func readsSeasons(_ example: DeadlineExample) { example.check() }

    static let seasons: [DeadlineExample] = [
        DeadlineExample(
            "startar våren 2015", .during, .season, from: "2015-03-01", to: "2015-05-31",
            assuming: .seasonBoundaries),
        DeadlineExample(
            "sommaren 2015", .during, .season, from: "2015-06-01", to: "2015-08-31",
            assuming: .seasonBoundaries),
        DeadlineExample(
            "under hösten 2015", .during, .season, from: "2015-09-01", to: "2015-11-30",
            assuming: .seasonBoundaries),
        DeadlineExample(
            "senast hösten 2015", .by, .season, to: "2015-11-30", assuming: .seasonBoundaries),
        DeadlineExample(
            "före sommaren 2015", .before, .season, to: "2015-05-31", assuming: .beforeStrictly,
            .seasonBoundaries),
        DeadlineExample(
            "efter sommaren 2015", .from, .season, from: "2015-09-01", assuming: .afterStrictly,
            .seasonBoundaries),
        DeadlineExample(
            "vintern 2015", .during, .season, from: "2015-12-01", to: "2016-02-29",
            assuming: .seasonBoundaries, .winterBeginsInYear),
        DeadlineExample(
            "vintern 2015/2016", .during, .season, from: "2015-12-01", to: "2016-02-29",
            assuming: .seasonBoundaries),
        DeadlineExample(
            "vintern 2014–15", .during, .season, from: "2014-12-01", to: "2015-02-28",
            assuming: .seasonBoundaries),
    ]

    @Test("Half a season ends or begins in the middle of its second month", arguments: halves)
    func readsHalves(_ example: DeadlineExample) { example.check() }

    static let halves: [DeadlineExample] = [
        DeadlineExample(
            "tidig höst 2015", .during, .season, from: "2015-09-01", to: "2015-10-15",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "tidigt i våren 2015", .during, .season, from: "2015-03-01", to: "2015-04-15",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "sent på hösten 2015", .during, .season, from: "2015-10-16", to: "2015-11-30",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "under sensommaren 2015", .during, .season, from: "2015-07-16", to: "2015-08-31",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "senast senvåren 2015", .by, .season, to: "2015-05-31", assuming: .seasonBoundaries,
            .seasonHalves),
        DeadlineExample(
            "försommaren 2015", .during, .season, from: "2015-06-01", to: "2015-07-15",
            assuming: .seasonBoundaries, .seasonHalves),
        DeadlineExample(
            "senvintern 2015/2016", .during, .season, from: "2016-01-16", to: "2016-02-29",
            assuming: .seasonBoundaries, .seasonHalves),
    ]

    @Test("Beginning, middle and end are thirds", arguments: thirds)
    func readsThirds(_ example: DeadlineExample) { example.check() }

    static let thirds: [DeadlineExample] = [
        DeadlineExample(
            "i början av maj 2015", .during, .month, from: "2015-05-01", to: "2015-05-10",
            assuming: .thirds),
        DeadlineExample(
            "i mitten av maj 2015", .during, .month, from: "2015-05-11", to: "2015-05-20",
            assuming: .thirds),
        DeadlineExample(
            "i slutet av februari 2016", .during, .month, from: "2016-02-21", to: "2016-02-29",
            assuming: .thirds),
        DeadlineExample(
            "i början av 2015", .during, .year, from: "2015-01-01", to: "2015-04-30",
            assuming: .thirds),
        DeadlineExample(
            "i slutet av hösten 2015", .during, .season, from: "2015-11-01", to: "2015-11-30",
            assuming: .seasonBoundaries, .thirds),
        DeadlineExample(
            "senast i mitten av maj 2015", .by, .month, to: "2015-05-20", assuming: .thirds),
        DeadlineExample("senast i slutet av maj 2015", .by, .month, to: "2015-05-31"),
        DeadlineExample("före slutet av maj 2015", .by, .month, to: "2015-05-31"),
    ]

    @Test("An end is passed after the last day", arguments: ends)
    func readsEnds(_ example: DeadlineExample) { example.check() }

    static let ends: [DeadlineExample] = [
        DeadlineExample("vid utgången av 2015", .by, .year, to: "2015-12-31"),
        DeadlineExample("innan utgången av maj 2015", .by, .month, to: "2015-05-31"),
        DeadlineExample("senast vid utgången av kvartal 1 2015", .by, .quarter, to: "2015-03-31"),
        DeadlineExample("efter utgången av 2015", .from, .year, from: "2016-01-01"),
        DeadlineExample("vid årsskiftet 2015/2016", .by, .year, to: "2015-12-31"),
        DeadlineExample("före årsskiftet 2015/16", .by, .year, to: "2015-12-31"),
        DeadlineExample("från årsskiftet 2015-2016", .from, .year, from: "2016-01-01"),
        DeadlineExample("vid halvårsskiftet 2015", .by, .halfYear, to: "2015-06-30"),
        DeadlineExample("senast månadsskiftet maj/juni 2015", .by, .month, to: "2015-05-31"),
    ]
}
