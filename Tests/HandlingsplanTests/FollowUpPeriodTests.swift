import Coordinates
import Handlingsplan
import Testing

@Suite("The last follow-up period")
struct FollowUpPeriodTests {
    struct Example: Sendable {
        let cutOffs: [String]
        let day: CalendarDate
        let first: CalendarDate
        let last: CalendarDate

        init(
            _ cutOffs: [String], by day: CalendarDate, _ first: CalendarDate, _ last: CalendarDate
        ) {
            self.cutOffs = cutOffs
            self.day = day
            self.first = first
            self.last = last
        }
    }

    static let tertials = ["04-30", "08-31", "12-31"]

    static let examples: [Example] = [
        Example(tertials, by: "2018-04-29", "2017-09-01", "2017-12-31"),
        Example(tertials, by: "2018-04-30", "2018-01-01", "2018-04-30"),
        Example(tertials, by: "2018-08-30", "2018-01-01", "2018-04-30"),
        Example(tertials, by: "2018-08-31", "2018-05-01", "2018-08-31"),
        Example(tertials, by: "2018-12-31", "2018-09-01", "2018-12-31"),
        Example(tertials, by: "2019-01-01", "2018-09-01", "2018-12-31"),
        Example(["07-31"], by: "2018-07-30", "2016-08-01", "2017-07-31"),
        Example(["07-31"], by: "2018-07-31", "2017-08-01", "2018-07-31"),
        Example(["07-31", "11-30"], by: "2018-10-01", "2017-12-01", "2018-07-31"),
        Example(["07-31", "11-30"], by: "2018-03-01", "2017-08-01", "2017-11-30"),
        Example(["02-29"], by: "2016-02-28", "2014-03-01", "2015-02-28"),
        Example(["02-29"], by: "2016-02-29", "2015-03-01", "2016-02-29"),
        Example(["02-29"], by: "2017-02-28", "2016-03-01", "2017-02-28"),
        Example(["02-28", "02-29"], by: "2017-03-01", "2016-03-01", "2017-02-28"),
        Example(["02-28", "02-29"], by: "2016-03-01", "2016-02-29", "2016-02-29"),
    ]

    @Test("ended on or before the day, and began after the cut-off before", arguments: examples)
    func period(_ example: Example) throws {
        let cutOffs = try #require(CutOffs(example.cutOffs))
        #expect(
            cutOffs.lastPeriod(by: example.day)
                == FollowUpPeriod(first: example.first, last: example.last))
    }

    @Test("Periods follow each other without a gap")
    func gapless() throws {
        var day: CalendarDate = "2015-01-01"
        var period = try #require(CutOffs.standard.lastPeriod(by: day))
        while day < "2020-12-31" {
            day = try #require(day.advanced(byDays: 1))
            let next = try #require(CutOffs.standard.lastPeriod(by: day))
            if next != period {
                #expect(next.first == period.last.advanced(byDays: 1))
                #expect(next.last == day)
            }
            period = next
        }
    }

    @Test("There is none at the beginning of the calendar")
    func none() {
        #expect(CutOffs.standard.lastPeriod(by: "0001-05-01") == nil)
        #expect(CutOffs.standard.lastPeriod(by: "0001-08-31") != nil)
    }
}
