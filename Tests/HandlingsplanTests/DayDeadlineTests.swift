import Coordinates
import Handlingsplan
import Testing

@Suite("Deadlines on days, in weeks and in months")
struct DayDeadlineTests {
    @Test("By a day", arguments: byDay)
    func readsByDay(_ example: DeadlineExample) { example.check() }

    static let byDay: [DeadlineExample] = [
        DeadlineExample("senast den 16 maj 2014", .by, .day, to: "2014-05-16"),
        DeadlineExample("senast 16 maj 2014", .by, .day, to: "2014-05-16"),
        DeadlineExample("senast 2014-05-31", .by, .day, to: "2014-05-31"),
        DeadlineExample("senast den 2014-05-31", .by, .day, to: "2014-05-31"),
        DeadlineExample("senast den 29 februari 2016", .by, .day, to: "2016-02-29"),
        DeadlineExample("ska vara klart senast den 1:e maj 2014", .by, .day, to: "2014-05-01"),
        DeadlineExample("senast femte mars 2015", .by, .day, to: "2015-03-05"),
        DeadlineExample("senast den tjugoförsta juni 2015", .by, .day, to: "2015-06-21"),
        DeadlineExample("senast den trettioförsta oktober 2015", .by, .day, to: "2015-10-31"),
        DeadlineExample("senast 15/3 2015", .by, .day, to: "2015-03-15"),
        DeadlineExample("senast 1/12/2015", .by, .day, to: "2015-12-01"),
        DeadlineExample("senast sista februari 2016", .by, .day, to: "2016-02-29"),
        DeadlineExample("senast den sista dagen i juni 2015", .by, .day, to: "2015-06-30"),
        DeadlineExample("till och med den 31 maj 2015", .by, .day, to: "2015-05-31"),
        DeadlineExample("gäller t.o.m. 2015-05-31", .by, .day, to: "2015-05-31"),
        DeadlineExample("tom 31 maj 2015", .by, .day, to: "2015-05-31"),
        DeadlineExample("t o m 31 maj 2015", .by, .day, to: "2015-05-31"),
        DeadlineExample("fram till den 1 september 2015", .by, .day, to: "2015-09-01"),
        DeadlineExample("till den 1 september 2015", .by, .day, to: "2015-09-01"),
        DeadlineExample("senast den 16 mars 2014 kl. 12", .by, .day, to: "2014-03-16"),
        DeadlineExample("senast 16 mars 2014 kl 16.30", .by, .day, to: "2014-03-16"),
    ]

    @Test("Before, on and from a day", arguments: days)
    func readsDays(_ example: DeadlineExample) { example.check() }

    static let days: [DeadlineExample] = [
        DeadlineExample(
            "innan 2014-03-01", .before, .day, to: "2014-02-28", assuming: .beforeStrictly),
        DeadlineExample(
            "innan den 1 mars 2016", .before, .day, to: "2016-02-29", assuming: .beforeStrictly),
        DeadlineExample(
            "före 1:a januari 2014", .before, .day, to: "2013-12-31", assuming: .beforeStrictly),
        DeadlineExample("2014-05-31", .during, .day, from: "2014-05-31", to: "2014-05-31"),
        DeadlineExample(
            "Klart den 31 maj 2014", .during, .day, from: "2014-05-31", to: "2014-05-31"),
        DeadlineExample("per 30 juni 2014", .during, .day, from: "2014-06-30", to: "2014-06-30"),
        DeadlineExample("från den 1 augusti 2015", .from, .day, from: "2015-08-01"),
        DeadlineExample("fr.o.m. 2015-08-01", .from, .day, from: "2015-08-01"),
        DeadlineExample("from 1 augusti 2015", .from, .day, from: "2015-08-01"),
        DeadlineExample("från och med den 1 augusti 2015", .from, .day, from: "2015-08-01"),
        DeadlineExample("tidigast 1 augusti 2015", .from, .day, from: "2015-08-01"),
        DeadlineExample("1 augusti 2015 och framåt", .from, .day, from: "2015-08-01"),
        DeadlineExample(
            "efter den 1 augusti 2015", .from, .day, from: "2015-08-02", assuming: .afterStrictly),
    ]

    @Test("Weeks run from Monday to Sunday", arguments: weeks)
    func readsWeeks(_ example: DeadlineExample) { example.check() }

    static let weeks: [DeadlineExample] = [
        DeadlineExample("vecka 12 2015", .during, .week, from: "2015-03-16", to: "2015-03-22"),
        DeadlineExample("under v. 1 2015", .during, .week, from: "2014-12-29", to: "2015-01-04"),
        DeadlineExample("senast v 53 2015", .by, .week, to: "2016-01-03"),
        DeadlineExample("senast i vecka 20, 2016", .by, .week, to: "2016-05-22"),
        DeadlineExample("2015 v12", .during, .week, from: "2015-03-16", to: "2015-03-22"),
    ]

    @Test("Months", arguments: months)
    func readsMonths(_ example: DeadlineExample) { example.check() }

    static let months: [DeadlineExample] = [
        DeadlineExample("i november 2012", .during, .month, from: "2012-11-01", to: "2012-11-30"),
        DeadlineExample(
            "under februari 2016", .during, .month, from: "2016-02-01", to: "2016-02-29"),
        DeadlineExample("maj 2014", .during, .month, from: "2014-05-01", to: "2014-05-31"),
        DeadlineExample("maj månad 2014", .during, .month, from: "2014-05-01", to: "2014-05-31"),
        DeadlineExample("2014-03", .during, .month, from: "2014-03-01", to: "2014-03-31"),
        DeadlineExample("senast 2016-02", .by, .month, to: "2016-02-29"),
        DeadlineExample("senast i juni 2012", .by, .month, to: "2012-06-30"),
        DeadlineExample("genomfört senast februari 2015", .by, .month, to: "2015-02-28"),
        DeadlineExample(
            "ska vara infört innan mars 2014", .before, .month, to: "2014-02-28",
            assuming: .beforeStrictly),
        DeadlineExample(
            "före mars 2015", .before, .month, to: "2015-02-28", assuming: .beforeStrictly),
        DeadlineExample(
            "inför september 2015", .before, .month, to: "2015-08-31", assuming: .beforeStrictly),
        DeadlineExample("från januari 2015", .from, .month, from: "2015-01-01"),
        DeadlineExample("med början i januari 2015", .from, .month, from: "2015-01-01"),
        DeadlineExample("tidigast i augusti 2015", .from, .month, from: "2015-08-01"),
        DeadlineExample(
            "efter maj 2015", .from, .month, from: "2015-06-01", assuming: .afterStrictly),
        DeadlineExample("till maj 2015", .by, .month, to: "2015-05-31", assuming: .endIncluded),
        DeadlineExample("till och med maj 2015", .by, .month, to: "2015-05-31"),
    ]

    @Test(
        "Every month by its name and its abbreviations",
        arguments: zip(
            1...,
            [
                ["januari", "jan", "jan."], ["februari", "feb", "febr."], ["mars", "mar"],
                ["april", "apr"], ["maj"], ["juni", "jun"], ["juli"], ["augusti", "aug"],
                ["september", "sept", "sep."], ["oktober", "okt"], ["november", "nov"],
                ["december", "DEC."],
            ]
        ).map { ($0, $1) })
    func names(_ month: Int, _ names: [String]) {
        let first = CalendarDate(year: 2014, month: month, day: 1)!
        let last = CalendarDate.last(ofMonth: month, year: 2014)!
        for name in names {
            DeadlineExample("i \(name) 2014", .during, .month, from: first, to: last).check()
            DeadlineExample("senast \(name) 2014", .by, .month, to: last).check()
            DeadlineExample("senast den 1 \(name) 2014", .by, .day, to: first).check()
        }
    }
}
