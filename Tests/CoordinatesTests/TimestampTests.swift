import Coordinates
import Testing

@Suite("A moment")
struct TimestampTests {
    @Test(
        "is read from RFC 3339 and written in UTC with milliseconds",
        arguments: [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"),
            ("2014-02-03T09:30:00Z", "2014-02-03T09:30:00.000Z"),
            ("2014-02-03t09:30:00z", "2014-02-03T09:30:00.000Z"),
            ("2014-02-03 09:30:00Z", "2014-02-03T09:30:00.000Z"),
            ("2014-02-03T09:30:00+01:00", "2014-02-03T08:30:00.000Z"),
            ("2014-01-01T00:30:00+01:00", "2013-12-31T23:30:00.000Z"),
            ("2014-12-31T23:30:00-05:30", "2015-01-01T05:00:00.000Z"),
            ("2014-02-03T09:30:00-00:00", "2014-02-03T09:30:00.000Z"),
            ("2014-02-03T09:30:00.5Z", "2014-02-03T09:30:00.500Z"),
            ("2014-02-03T09:30:00.05Z", "2014-02-03T09:30:00.050Z"),
            ("2014-02-03T09:30:00.123456789+00:00", "2014-02-03T09:30:00.123Z"),
            ("2014-02-03T09:30:00.9999Z", "2014-02-03T09:30:00.999Z"),
            ("2016-02-29T23:59:59.999Z", "2016-02-29T23:59:59.999Z"),
            ("9999-12-30T23:59:59.999Z", "9999-12-30T23:59:59.999Z"),
        ])
    func read(text: String, written: String) throws {
        let moment = try #require(Timestamp(rfc3339: text))
        #expect(moment.rfc3339 == written)
        #expect(Timestamp(rfc3339: written) == moment)
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", "2014-02-03", "2014-02-03T09:30:00", "2014-02-03T09:30Z", "2014-02-03T9:30:00Z",
            "2014-02-03T24:00:00Z", "2014-02-03T09:60:00Z", "2014-02-03T09:30:60Z",
            "2014-02-30T09:30:00Z", "2014-02-03T09:30:00.Z", "2014-02-03T09:30:00,5Z",
            "2014-02-03T09:30:00+0100", "2014-02-03T09:30:00+01", "2014-02-03T09:30:00+24:00",
            "2014-02-03T09:30:00+01:60", "2014-02-03T09:30:00ZZ", "2014-02-03T09:30:00Z ",
            "2014-02-03_09:30:00Z", "2014-02-03T09-30-00Z", "2014-02-03T09:30:00 +01:00",
            "2014-02-03T+9:30:00Z", "2014-02-03T09:30:00.1\u{0662}Z",
        ])
    func refused(_ text: String) { #expect(Timestamp(rfc3339: text) == nil) }

    @Test(
        "is not read where the years 1970 to 9999 end",
        arguments: [
            "1969-12-31T23:59:59Z", "1970-01-01T00:59:59+01:00", "9999-12-31T23:59:59-00:01",
        ])
    func outside(_ text: String) { #expect(Timestamp(rfc3339: text) == nil) }

    @Test("sorts as its text does")
    func order() {
        let moments = [
            0, 1, 999, 1000, 86_399_999, 86_400_000, 1_391_419_800_000, 253_402_300_799_999,
        ]
        .map { Timestamp(milliseconds: $0) }
        #expect(moments.sorted() == moments)
        #expect(moments.map(\.rfc3339).sorted() == moments.map(\.rfc3339))
    }

    @Test("before 1970 is written all the same")
    func before1970() {
        #expect(Timestamp(milliseconds: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
    }
}
