import Handlingsplan
import Testing

@Suite("Deadlines in years and over several times")
struct PeriodDeadlineTests {
    @Test("Years", arguments: years)
    func readsYears(_ example: DeadlineExample) { example.check() }

    static let years: [DeadlineExample] = [
        DeadlineExample("2014", .during, .year, from: "2014-01-01", to: "2014-12-31"),
        DeadlineExample("under år 2014", .during, .year, from: "2014-01-01", to: "2014-12-31"),
        DeadlineExample("under hela 2014", .during, .year, from: "2014-01-01", to: "2014-12-31"),
        DeadlineExample(
            "någon gång under 2014", .during, .year, from: "2014-01-01", to: "2014-12-31"),
        DeadlineExample("klart senast 2026", .by, .year, to: "2026-12-31"),
        DeadlineExample("före 2021", .before, .year, to: "2020-12-31", assuming: .beforeStrictly),
        DeadlineExample("under 2017 och framöver", .from, .year, from: "2017-01-01"),
        DeadlineExample("från och med 2017", .from, .year, from: "2017-01-01"),
        DeadlineExample("efter 2017", .from, .year, from: "2018-01-01", assuming: .afterStrictly),
        DeadlineExample("fram till 2020", .by, .year, to: "2020-12-31", assuming: .endIncluded),
        DeadlineExample("till och med 2020", .by, .year, to: "2020-12-31"),
    ]

    @Test("A range has two ends", arguments: ranges)
    func readsRanges(_ example: DeadlineExample) { example.check() }

    static let ranges: [DeadlineExample] = [
        DeadlineExample("mars-maj 2015", .during, .months, from: "2015-03-01", to: "2015-05-31"),
        DeadlineExample("jan–feb 2016", .during, .months, from: "2016-01-01", to: "2016-02-29"),
        DeadlineExample(
            "i mars till maj 2015", .during, .months, from: "2015-03-01", to: "2015-05-31"),
        DeadlineExample(
            "mars t.o.m. maj 2015", .during, .months, from: "2015-03-01", to: "2015-05-31"),
        DeadlineExample(
            "från mars till maj 2015", .between, .months, from: "2015-03-01", to: "2015-05-31"),
        DeadlineExample(
            "från och med mars till och med maj 2015", .between, .months, from: "2015-03-01",
            to: "2015-05-31"),
        DeadlineExample(
            "november 2015 – mars 2016", .during, .months, from: "2015-11-01", to: "2016-03-31"),
        DeadlineExample(
            "mellan 1 mars och 15 april 2016", .between, .day, from: "2016-03-01",
            to: "2016-04-15"),
        DeadlineExample(
            "mellan den 1 och 15 mars 2016", .between, .day, from: "2016-03-01", to: "2016-03-15"),
        DeadlineExample(
            "mellan april och juni 2016", .between, .months, from: "2016-04-01", to: "2016-06-30"),
        DeadlineExample(
            "mars till slutet av maj 2015", .during, .months, from: "2015-03-01", to: "2015-05-31",
            assuming: .thirds),
        DeadlineExample("1–15 mars 2016", .during, .day, from: "2016-03-01", to: "2016-03-15"),
        DeadlineExample(
            "2015-11-01 – 2016-03-31", .during, .day, from: "2015-11-01", to: "2016-03-31"),
        DeadlineExample(
            "från hösten 2015 till våren 2016", .between, .period, from: "2015-09-01",
            to: "2016-05-31", assuming: .seasonBoundaries),
        DeadlineExample("2014-2016", .during, .period, from: "2014-01-01", to: "2016-12-31"),
        DeadlineExample("2014 — 2016", .during, .period, from: "2014-01-01", to: "2016-12-31"),
        DeadlineExample(
            "under perioden 2014−2016", .during, .period, from: "2014-01-01", to: "2016-12-31"),
        DeadlineExample(
            "åren 2014 och 2015", .during, .period, from: "2014-01-01", to: "2015-12-31"),
        DeadlineExample(
            "från 2014 till 2016", .between, .period, from: "2014-01-01", to: "2016-12-31"),
        DeadlineExample("senast mars-maj 2015", .by, .months, to: "2015-05-31"),
        DeadlineExample(
            "tidigast i mars 2015 och senast i maj 2015", .between, .months, from: "2015-03-01",
            to: "2015-05-31"),
    ]

    @Test("A list spans what lies between its items", arguments: lists)
    func readsLists(_ example: DeadlineExample) { example.check() }

    static let lists: [DeadlineExample] = [
        DeadlineExample(
            "i mars och april 2016", .during, .months, from: "2016-03-01", to: "2016-04-30"),
        DeadlineExample(
            "i mars och i september 2016", .during, .months, from: "2016-03-01", to: "2016-09-30",
            assuming: .gapIncluded),
        DeadlineExample(
            "april, augusti samt december 2015", .during, .months, from: "2015-04-01",
            to: "2015-12-31", assuming: .gapIncluded),
        DeadlineExample(
            "december 2015 och januari 2016", .during, .months, from: "2015-12-01",
            to: "2016-01-31"),
        DeadlineExample(
            "våren och hösten 2015", .during, .period, from: "2015-03-01", to: "2015-11-30",
            assuming: .seasonBoundaries, .gapIncluded),
        DeadlineExample(
            "2014, 2015 och 2016", .during, .period, from: "2014-01-01", to: "2016-12-31"),
    ]

    @Test("A mandate period is the four years after an election", arguments: mandates)
    func readsMandates(_ example: DeadlineExample) { example.check() }

    static let mandates: [DeadlineExample] = [
        DeadlineExample(
            "under mandatperioden 2019-2022", .during, .mandatePeriod, from: "2019-01-01",
            to: "2022-12-31"),
        DeadlineExample(
            "mandatperioden 2027–2030", .during, .mandatePeriod, from: "2027-01-01",
            to: "2030-12-31"),
        DeadlineExample(
            "mandatperioden 2014–2018", .during, .mandatePeriod, from: "2015-01-01",
            to: "2018-12-31", assuming: .electionYearsNamed),
        DeadlineExample(
            "under mandatperioden", given: "2014-06-01", .during, .mandatePeriod,
            from: "2011-01-01", to: "2014-12-31", assuming: .yearFromGiven),
        DeadlineExample(
            "innan nästa mandatperiod", given: "2014-06-01", .before, .mandatePeriod,
            to: "2014-12-31", assuming: .yearFromGiven, .beforeStrictly),
        DeadlineExample(
            "senast vid utgången av innevarande mandatperiod", given: "2023-01-01", .by,
            .mandatePeriod, to: "2026-12-31", assuming: .yearFromGiven),
        DeadlineExample("under mandatperioden", .during, .mandatePeriod, assuming: .yearUnknown),
    ]
}
