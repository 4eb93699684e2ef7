import Coordinates
import Handlingsplan
import Testing

@Suite("Periods")
struct PeriodTests {
    @Test("A period has its days", arguments: periods)
    func days(_ text: String, first: CalendarDate, last: CalendarDate) throws {
        let period = try #require(Period(text))
        #expect(period.first == first)
        #expect(period.last == last)
        #expect(period.description == text)
    }

    static let periods: [(String, CalendarDate, CalendarDate)] = [
        ("2018", "2018-01-01", "2018-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("2018-H1", "2018-01-01", "2018-06-30"),
        ("2018-H2", "2018-07-01", "2018-12-31"),
        ("2018-T1", "2018-01-01", "2018-04-30"),
        ("2018-T2", "2018-05-01", "2018-08-31"),
        ("2018-T3", "2018-09-01", "2018-12-31"),
        ("2018-Q1", "2018-01-01", "2018-03-31"),
        ("9999-Q4", "9999-10-01", "9999-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-12", "2018-12-01", "2018-12-31"),
        ("2018-03-31", "2018-03-31", "2018-03-31"),
        ("2015/2018", "2015-01-01", "2018-12-31"),
        ("0001/9999", "0001-01-01", "9999-12-31"),
    ]

    @Test("Letters of either case name the same period", arguments: ["h1", "t3", "q4"])
    func cases(_ part: String) {
        #expect(Period("2018-\(part)") == Period("2018-\(part.uppercased())"))
        #expect(Period("2018-\(part)")?.description == "2018-\(part.uppercased())")
    }

    @Test("The same days under another name are another period")
    func identity() {
        #expect(Period("2018-H1") != Period("2018-H2"))
        #expect(Set<Period>(["2018-Q1", "2018-q1", "2018-01", "2018"]).count == 3)
    }

    @Test(
        "What is no period",
        arguments: [
            "", "18", "0000", "10000", "2018-", "2018-H0", "2018-H3", "2018-T4", "2018-Q5",
            "2018-Q", "2018-Q11", "2018-Q+1", "2018-Q٣", "2018-KV1", "2018Q1", "Q1-2018", "2018-00",
            "2018-13", "2018-3", "2018-02-29", "2018-03-1", "2018-Q1-01", "2018/2018", "2018/2015",
            "2015/2016/2017", "2015/", "/2018", "2015/18", "2015-01/2018-01", "2015-2018", " 2018",
            "2018 ", "2018\n", "+018", "２０１８",
        ])
    func noPeriod(_ text: String) { #expect(Period(text) == nil) }
}
