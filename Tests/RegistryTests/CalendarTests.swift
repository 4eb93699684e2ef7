import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import Testing

@Suite("A time zone that is settled later")
struct CalendarTests {
    private static let zones = [
        "Europe/Stockholm", "Pacific/Auckland", "America/New_York", "Pacific/Kiritimati",
        "Pacific/Niue", "UTC",
    ]

    private func moment(_ text: String) -> Timestamp { Timestamp(rfc3339: text)! }

    /// A calendar that changes over on 1 June and again on 4 June 2014.
    private func calendar(_ first: String, _ second: String, _ third: String) throws
        -> LedgerCalendar
    {
        var settings = SettingsStory()
        for (zone, from) in [(second, "2014-06-01"), (third, "2014-06-04")] {
            try settings.evolve(
                .settingChanged(.timeZone(zone)),
                at: Stamp(effective: day(from), position: Position(1)))
        }
        return try LedgerCalendar(founding: first, settings, known: Position(1))
    }

    @Test(
        "From Stockholm to Auckland, the day before is cut short",
        arguments: [
            ("2014-05-30T21:59:59.999Z", "2014-05-30"), ("2014-05-30T22:00:00Z", "2014-05-31"),
            ("2014-05-31T11:59:59.999Z", "2014-05-31"), ("2014-05-31T12:00:00Z", "2014-06-01"),
            ("2014-06-01T11:59:59.999Z", "2014-06-01"), ("2014-06-01T12:00:00Z", "2014-06-02"),
        ])
    func eastwards(time: String, date: String) throws {
        let zone = "Pacific/Auckland"
        let calendar = try calendar("Europe/Stockholm", zone, zone)
        #expect(calendar.date(of: moment(time)) == day(date))
    }

    @Test(
        "From Auckland to Stockholm, the first day is longer",
        arguments: [
            ("2014-05-30T11:59:59.999Z", "2014-05-30"), ("2014-05-30T12:00:00Z", "2014-05-31"),
            ("2014-05-31T11:59:59.999Z", "2014-05-31"), ("2014-05-31T12:00:00Z", "2014-06-01"),
            ("2014-06-01T21:59:59.999Z", "2014-06-01"), ("2014-06-01T22:00:00Z", "2014-06-02"),
        ])
    func westwards(time: String, date: String) throws {
        let zone = "Europe/Stockholm"
        let calendar = try calendar("Pacific/Auckland", zone, zone)
        #expect(calendar.date(of: moment(time)) == day(date))
    }

    @Test(
        "Whatever the zones, a moment is within its day, and days follow each other",
        arguments: zones)
    func consistent(first: String) throws {
        let days = (0..<8).compactMap { day("2014-05-29").advanced(byDays: $0) }
        let begin = moment("2014-05-29T00:30:00Z").milliseconds
        for second in Self.zones {
            for third in Self.zones {
                let calendar = try calendar(first, second, third)
                let ends = days.map(calendar.end(of:))
                for hour in 0..<Int64(8 * 24) {
                    let time = Timestamp(milliseconds: begin + hour * 3_600_000)
                    let date = calendar.date(of: time)
                    for (day, end) in zip(days, ends) where (date <= day) != (time <= end) {
                        Issue.record(
                            "\(first), \(second), \(third): \(time) is \(date), \(day) ends \(end)")
                    }
                }
                for day in days { #expect(calendar.date(of: calendar.noon(of: day)) <= day) }
            }
        }
    }

    @Test("Noon is within its day, also within one that is cut short before it")
    func noon() throws {
        let zone = "Pacific/Auckland"
        let calendar = try calendar("America/New_York", zone, zone)
        for date in ["2014-05-30", "2014-05-31", "2014-06-01"] {
            #expect(calendar.date(of: calendar.noon(of: day(date))) == day(date))
        }
        #expect(calendar.noon(of: day("2014-05-30")) == moment("2014-05-30T16:00:00Z"))
        #expect(calendar.noon(of: day("2014-05-31")) == moment("2014-05-31T11:59:59.999Z"))
    }

    @Test("What is recorded holds from the day that it is where the zone in force says")
    func recorded() throws {
        try withLedger { ledger in
            let noonInUTC = moment("2014-05-31T13:00:00Z")
            ledger.now = noonInUTC
            #expect(try ledger.record(.establish("KS")).acts[0].effective == day("2014-05-31"))
            let setting = Command.change(.timeZone("Pacific/Auckland"))
            let settled = try ledger.record(setting, effective: day("2014-06-01"))
            #expect(settled.acts[0].effective == day("2014-06-01"))
            #expect(try ledger.record(.establish("BUN")).acts[0].effective == day("2014-06-01"))
            try ledger.record(.correct(2))
            #expect(try ledger.record(.establish("SN")).acts[0].effective == day("2014-05-31"))
        }
    }

    @Test("What was known at the end of a day follows the zone, too")
    func known() throws {
        try withLedger { ledger in
            ledger.now = moment("2014-05-31T11:00:00Z")
            try ledger.record(.establish("KS"))
            try ledger.record(
                .change(.timeZone("Pacific/Auckland")), effective: day("2014-06-01"))
            try ledger.record(.establish("BUN"))
            let registry = try ledger.registry
            let known = try ["2014-05-30", "2014-05-31", "2014-06-01"].map { text in
                try registry.read { log, views in
                    try registry.moment(
                        effective: nil, known: day(text), now: ledger.now, in: log, views
                    ).known.index
                }
            }
            #expect(known == [0, 1, 3])
        }
    }

    @Test("A zone holds from today on, or later: days that are over stay what they were")
    func datedBack() throws {
        try withLedger { ledger in
            ledger.now = moment("2014-05-31T13:00:00Z")
            let error = #expect(throws: Rejection.self) {
                try ledger.record(
                    .change(.timeZone("Pacific/Auckland")), effective: day("2014-05-30"))
            }
            #expect(error == .zoneDatedBack(day("2014-05-31")))
        }
    }

    @Test("Sent again after another zone was settled, a command is still the same")
    func repeated() throws {
        try withLedger { ledger in
            ledger.now = moment("2014-05-31T13:00:00Z")
            let first = try ledger.record(.establish("KS"), id: "once")
            try ledger.record(
                .change(.timeZone("Pacific/Auckland")), effective: day("2014-05-31"))
            let again = try ledger.record(.establish("KS"), id: "once")
            #expect(again.receipt?.isDuplicate == true)
            #expect(again.acts == first.acts)
        }
    }
}
