import Coordinates
import Testing

@Suite("A civil time zone", .serialized)
struct CivilTimeZoneTests {
    @Test(
        "ends the days of Sweden by winter time, by summer time and on the days between",
        arguments: [
            ("2014-01-15", "2014-01-15T22:59:59.999Z"), ("2014-07-15", "2014-07-15T21:59:59.999Z"),
            ("2013-12-31", "2013-12-31T22:59:59.999Z"),
            ("2014-03-29", "2014-03-29T22:59:59.999Z"), ("2014-03-30", "2014-03-30T21:59:59.999Z"),
            ("2014-10-25", "2014-10-25T21:59:59.999Z"), ("2014-10-26", "2014-10-26T22:59:59.999Z"),
            ("2016-02-29", "2016-02-29T22:59:59.999Z"),
        ])
    func ends(day: String, end: String) throws {
        let zone = try CivilTimeZone("Europe/Stockholm")
        let date = try #require(CalendarDate(day))
        #expect(zone.end(of: date).rfc3339 == end)
    }

    @Test(
        "gives each moment its day",
        arguments: [
            ("2014-01-15T22:59:59.999Z", "2014-01-15"), ("2014-01-15T23:00:00Z", "2014-01-16"),
            ("2014-07-15T21:59:59.999Z", "2014-07-15"), ("2014-07-15T22:00:00Z", "2014-07-16"),
            ("2013-12-31T23:30:00Z", "2014-01-01"), ("1970-01-01T00:00:00Z", "1970-01-01"),
        ])
    func dates(text: String, day: String) throws {
        let zone = try CivilTimeZone("Europe/Stockholm")
        let moment = try #require(Timestamp(rfc3339: text))
        #expect(zone.date(of: moment).description == day)
    }

    @Test(
        "has its noon at twelve by the clocks of the day, also where they change that day",
        arguments: [
            ("Europe/Stockholm", "2014-01-15", "2014-01-15T11:00:00.000Z"),
            ("Europe/Stockholm", "2014-07-15", "2014-07-15T10:00:00.000Z"),
            ("Europe/Stockholm", "2014-03-30", "2014-03-30T10:00:00.000Z"),
            ("Europe/Stockholm", "2014-10-26", "2014-10-26T11:00:00.000Z"),
            ("Pacific/Auckland", "2014-04-06", "2014-04-06T00:00:00.000Z"),
            ("Pacific/Auckland", "2014-09-28", "2014-09-27T23:00:00.000Z"),
        ])
    func noon(identifier: String, day: String, noon: String) throws {
        let date = try #require(CalendarDate(day))
        #expect(try CivilTimeZone(identifier).noon(of: date).rfc3339 == noon)
    }

    @Test("leaves no moment between two days, nor one in both", arguments: zones)
    func adjoining(identifier: String) throws {
        let zone = try CivilTimeZone(identifier)
        for (date, next) in zip(Self.days, Self.days.dropFirst()) {
            let end = zone.end(of: date)
            let start = Timestamp(milliseconds: end.milliseconds + 1)
            if zone.date(of: end) != date || zone.date(of: start) != next {
                Issue.record("\(identifier): \(date) ends at \(end)")
            }
        }
    }

    /// Among them some whose clocks change at midnight.
    static let zones = [
        "Europe/Stockholm", "UTC", "America/Sao_Paulo", "America/Havana", "Asia/Kathmandu",
    ]

    /// From before 1970 on.
    static let days: [CalendarDate] = (-400..<18_600).compactMap {
        CalendarDate(daysSinceEpoch: $0)
    }

    @Test("is not disturbed by others that are used at the same time")
    func together() async throws {
        let (stockholm, utc) = try (CivilTimeZone("Europe/Stockholm"), CivilTimeZone("UTC"))
        let date = try #require(CalendarDate("2014-07-15"))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<500 {
                        #expect(stockholm.end(of: date).rfc3339 == "2014-07-15T21:59:59.999Z")
                        #expect(utc.end(of: date).rfc3339 == "2014-07-15T23:59:59.999Z")
                    }
                }
            }
        }
    }

    @Test(
        "that the database does not know is refused, not taken for UTC",
        arguments: [
            "", "Europe/Stokholm", "Mars/Olympus", "Europe", "Europe/", "Europe/Stockholm/",
            "leapseconds", "../../etc/passwd", "/etc/passwd", "Europe/../../../../etc/passwd",
            "./UTC", ":UTC", "UTC\0", "UTC\n", "UTC UTC", "<-03>3", "CET-1CEST", "Europe/Malmö",
        ])
    func unknown(_ identifier: String) {
        let error = #expect(throws: UnknownTimeZone.self) { try CivilTimeZone(identifier) }
        #expect(error?.identifier == identifier)
    }
}
