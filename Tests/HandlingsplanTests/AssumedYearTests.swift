import Coordinates
import Handlingsplan
import Testing

@Suite("Deadlines without a year")
struct AssumedYearTests {
    @Test("The first year that puts the date after the decision", arguments: firstAfter)
    func readsFirstAfter(_ example: DeadlineExample) { example.check() }

    static let firstAfter: [DeadlineExample] = [
        DeadlineExample(
            "senast den 16 maj", given: "2014-05-15", .by, .day, to: "2014-05-16",
            assuming: .yearFromGiven),
        DeadlineExample(
            "senast den 16 maj", given: "2014-05-16", .by, .day, to: "2015-05-16",
            assuming: .yearFromGiven),
        DeadlineExample(
            "senast 29 februari", given: "2013-01-01", .by, .day, to: "2016-02-29",
            assuming: .yearFromGiven),
        DeadlineExample(
            "senast sista februari", given: "2015-02-28", .by, .day, to: "2016-02-29",
            assuming: .yearFromGiven),
        DeadlineExample(
            "under våren", given: "2014-04-15", .during, .season, from: "2014-03-01",
            to: "2014-05-31", assuming: .yearFromGiven, .seasonBoundaries),
        DeadlineExample(
            "under våren", given: "2014-06-15", .during, .season, from: "2015-03-01",
            to: "2015-05-31", assuming: .yearFromGiven, .seasonBoundaries),
        DeadlineExample(
            "under vintern", given: "2015-01-10", .during, .season, from: "2014-12-01",
            to: "2015-02-28", assuming: .yearFromGiven, .seasonBoundaries),
        DeadlineExample(
            "från september", given: "2014-09-02", .from, .month, from: "2015-09-01",
            assuming: .yearFromGiven),
        DeadlineExample(
            "innan maj", given: "2014-04-29", .before, .month, to: "2014-04-30",
            assuming: .yearFromGiven, .beforeStrictly),
        DeadlineExample(
            "innan maj", given: "2014-04-30", .before, .month, to: "2015-04-30",
            assuming: .yearFromGiven, .beforeStrictly),
        DeadlineExample(
            "kvartal 2", given: "2014-07-01", .during, .quarter, from: "2015-04-01",
            to: "2015-06-30", assuming: .yearFromGiven),
        DeadlineExample(
            "1 november–31 mars", given: "2014-06-01", .during, .day, from: "2014-11-01",
            to: "2015-03-31", assuming: .yearFromGiven),
        DeadlineExample(
            "i maj och oktober", given: "2014-06-15", .during, .months, from: "2015-05-01",
            to: "2015-10-31", assuming: .yearFromGiven, .gapIncluded),
        DeadlineExample(
            "före årsskiftet", given: "2014-06-15", .by, .year, to: "2014-12-31",
            assuming: .yearFromGiven),
        DeadlineExample(
            "vecka 12", given: "2014-06-15", .during, .week, from: "2015-03-16", to: "2015-03-22",
            assuming: .yearFromGiven),
        DeadlineExample(
            "i slutet av maj", given: "2014-05-30", .during, .month, from: "2014-05-21",
            to: "2014-05-31", assuming: .yearFromGiven, .thirds),
    ]

    @Test("The year of the decision, or the one after it", arguments: relative)
    func readsRelative(_ example: DeadlineExample) { example.check() }

    static let relative: [DeadlineExample] = [
        DeadlineExample(
            "under året", given: "2014-12-31", .during, .year, from: "2014-01-01",
            to: "2014-12-31", assuming: .yearFromGiven),
        DeadlineExample(
            "i år", given: "2014-06-01", .during, .year, from: "2014-01-01", to: "2014-12-31",
            assuming: .yearFromGiven),
        DeadlineExample(
            "senast nästa år", given: "2014-06-01", .by, .year, to: "2015-12-31",
            assuming: .yearFromGiven),
        DeadlineExample(
            "senast i maj nästa år", given: "2014-03-01", .by, .month, to: "2015-05-31",
            assuming: .yearFromGiven),
        DeadlineExample(
            "före årets slut", given: "2014-03-01", .by, .year, to: "2014-12-31",
            assuming: .yearFromGiven),
        DeadlineExample(
            "vid årets slut", given: "2014-03-01", .during, .year, from: "2014-09-01",
            to: "2014-12-31", assuming: .yearFromGiven, .thirds),
    ]

    @Test("No day of a decision, no days", arguments: unknown)
    func readsUnknown(_ example: DeadlineExample) { example.check() }

    static let unknown: [DeadlineExample] = [
        DeadlineExample("senast den 17 mars", .by, .day, assuming: .yearUnknown),
        DeadlineExample("senast 15/3", .by, .day, assuming: .yearUnknown),
        DeadlineExample("under 2:a kvartalet", .during, .quarter, assuming: .yearUnknown),
        DeadlineExample(
            "till sommaren", .by, .season, assuming: .yearUnknown, .endIncluded, .seasonBoundaries),
        DeadlineExample("nästa år", .during, .year, assuming: .yearUnknown),
        DeadlineExample("senast 29 februari", .by, .day, assuming: .yearUnknown),
    ]

    @Test("A year that is written is not assumed, whatever day is given")
    func written() {
        for given in [nil, "1999-01-01", "2050-01-01"] as [CalendarDate?] {
            DeadlineExample("senast i maj 2015", given: given, .by, .month, to: "2015-05-31")
                .check()
        }
    }
}
