import Coordinates
import Testing

@Suite("A day of the calendar")
struct CalendarDateTests {
    @Test("Every day from 1600 to 2400 follows the one before, and is read as it is written")
    func everyDay() throws {
        var next = try #require(CalendarDate(year: 1600, month: 1, day: 1)).daysSinceEpoch
        var failures: [String] = []
        for year in 1600...2400 {
            for month in 1...12 {
                for day in 1...CalendarDate.length(ofMonth: month, year: year) {
                    let date = try #require(CalendarDate(year: year, month: month, day: day))
                    if date.daysSinceEpoch != next || date.yearMonthDay != (year, month, day)
                        || CalendarDate(date.description) != date
                        || CalendarDate(daysSinceEpoch: Int64(next)) != date
                    {
                        failures.append("\(year)-\(month)-\(day)")
                    }
                    next += 1
                }
            }
        }
        #expect(failures == [])
    }

    @Test(
        "Days are counted from 1970",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2014-03-01", 16_130),
            ("1600-01-01", -135_140), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ] as [(String, Int32)])
    func counted(text: String, days: Int32) {
        #expect(CalendarDate(text)?.daysSinceEpoch == days)
        #expect(CalendarDate(daysSinceEpoch: Int64(days))?.description == text)
    }

    @Test(
        "The calendar does not have every day that can be written",
        arguments: [
            "2014-02-29", "1900-02-29", "2014-04-31", "2014-00-10", "2014-13-01", "2014-01-00",
            "2014-01-32", "0000-01-01",
        ])
    func noSuchDay(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test(
        "Only YYYY-MM-DD is read",
        arguments: [
            "", "2014", "2014-02", "2014-2-03", "14-02-03", "2014-02-3", "20140203", "2014/02/03",
            " 2014-02-03", "2014-02-03 ", "2014-02-03Z", "+014-02-03", "2014--2-03", "-2014-02-03",
            "2014-02-03-", "２０14-02-03", "2014-02-0\u{0663}", "02014-02-03",
        ])
    func refused(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test("The calendar ends with the years 0001 and 9999")
    func ends() throws {
        let first = try #require(CalendarDate("0001-01-01"))
        #expect(first.advanced(byDays: -1) == nil)
        #expect(CalendarDate.endOfCalendar.description == "9999-12-31")
        #expect(CalendarDate.endOfCalendar.advanced(byDays: 1) == nil)
        #expect(first.advanced(byDays: 3_652_058) == .endOfCalendar)
        #expect(CalendarDate(daysSinceEpoch: .max) == nil)
        #expect(CalendarDate(daysSinceEpoch: .min) == nil)
    }

    @Test("Months have last days, leap years among them")
    func lastOfMonth() {
        #expect(CalendarDate.last(ofMonth: 2, year: 2016)?.description == "2016-02-29")
        #expect(CalendarDate.last(ofMonth: 2, year: 2100)?.description == "2100-02-28")
        #expect(CalendarDate.last(ofMonth: 2, year: 2000)?.description == "2000-02-29")
        #expect(CalendarDate.last(ofMonth: 12, year: 2014)?.description == "2014-12-31")
        #expect(CalendarDate.last(ofMonth: 13, year: 2014) == nil)
        #expect(CalendarDate.last(ofMonth: 0, year: 2014) == nil)
        #expect(CalendarDate.last(ofMonth: 1, year: 10_000) == nil)
    }
}
