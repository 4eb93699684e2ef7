import Coordinates
import Handlingsplan
import Testing

/// A phrase as plans have it, and the days that it means.
struct Reading: CustomTestStringConvertible, Sendable {
    let phrase: String
    let meaning: DeadlineReading

    init(
        _ phrase: String, _ rule: DeadlineReading.Rule, from earliest: CalendarDate? = nil,
        to latest: CalendarDate
    ) {
        self.phrase = phrase
        meaning = DeadlineReading(rule: rule, earliest: earliest, latest: latest)
    }

    var testDescription: String { phrase }
}

@Suite("Deadlines that are read")
struct ReadDeadlineTests {
    @Test("Read", arguments: before + by + during + spelling)
    func read(_ example: Reading) {
        #expect(readDeadline(example.phrase) == example.meaning)
    }

    static let before: [Reading] = [
        Reading("Klart innan januari 2014.", .beforeMonth, to: "2013-12-31"),
        Reading("Klart innan februari 2014.", .beforeMonth, to: "2014-01-31"),
        Reading("Klart innan juni 2014.", .beforeMonth, to: "2014-05-31"),
        Reading("innan mars 2016", .beforeMonth, to: "2016-02-29"),
        Reading("före mars 2015", .beforeMonth, to: "2015-02-28"),
        Reading("innan 2014-03-01", .beforeDay, to: "2014-02-28"),
        Reading("innan den 1 mars 2016", .beforeDay, to: "2016-02-29"),
        Reading("före 1:a januari 2014", .beforeDay, to: "2013-12-31"),
    ]

    static let by: [Reading] = [
        Reading("senast den 16 mars 2014", .byDay, to: "2014-03-16"),
        Reading("senast 16 mars 2014", .byDay, to: "2014-03-16"),
        Reading("senast 2014-05-31", .byDay, to: "2014-05-31"),
        Reading("senast den 2014-05-31", .byDay, to: "2014-05-31"),
        Reading("senast den 29 februari 2016", .byDay, to: "2016-02-29"),
        Reading("senast 29 februari 2000", .byDay, to: "2000-02-29"),
        Reading("ska vara klart senast den 1:e maj 2014", .byDay, to: "2014-05-01"),
        Reading("senast i maj 2012", .byMonth, to: "2012-05-31"),
        Reading("senast februari 2016", .byMonth, to: "2016-02-29"),
        Reading("genomfört senast februari 2015", .byMonth, to: "2015-02-28"),
    ]

    static let during: [Reading] = [
        Reading("i oktober 2012", .duringMonth, from: "2012-10-01", to: "2012-10-31"),
        Reading("under februari 2014", .duringMonth, from: "2014-02-01", to: "2014-02-28"),
        Reading("under februari 2016", .duringMonth, from: "2016-02-01", to: "2016-02-29"),
        Reading("2014-05-31", .onDay, from: "2014-05-31", to: "2014-05-31"),
        Reading("Klart den 31 maj 2014", .onDay, from: "2014-05-31", to: "2014-05-31"),
        Reading("30 juni 2014", .onDay, from: "2014-06-30", to: "2014-06-30"),
    ]

    static let spelling: [Reading] = [
        Reading("FÖRE MARS 2015", .beforeMonth, to: "2015-02-28"),
        Reading("fo\u{308}re mars 2015", .beforeMonth, to: "2015-02-28"),
        Reading("Senast Den 16 Mars 2014", .byDay, to: "2014-03-16"),
        Reading("  senast\tden 16\u{A0}mars\n2014 ", .byDay, to: "2014-03-16"),
        Reading("Klart, senast den 16 mars 2014!", .byDay, to: "2014-03-16"),
        Reading("senast 2014-05-31;", .byDay, to: "2014-05-31"),
        Reading("senast 2014-05-31 .", .byDay, to: "2014-05-31"),
        Reading(
            "Skall bli slutfört i maj 2014...", .duringMonth, from: "2014-05-01", to: "2014-05-31"),
    ]

    @Test("Every month by its name")
    func months() {
        let names = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
            "oktober", "november", "december",
        ]
        for (month, name) in zip(1..., names) {
            let first = CalendarDate(year: 2014, month: month, day: 1)!
            let last = CalendarDate.last(ofMonth: month, year: 2014)!
            #expect(
                readDeadline("i \(name) 2014")
                    == DeadlineReading(rule: .duringMonth, earliest: first, latest: last))
            #expect(
                readDeadline("senast \(name) 2014") == DeadlineReading(rule: .byMonth, latest: last)
            )
            #expect(
                readDeadline("innan \(name) 2014")
                    == DeadlineReading(rule: .beforeMonth, latest: first.advanced(byDays: -1)!))
            #expect(
                readDeadline("senast den 1 \(name) 2014")
                    == DeadlineReading(rule: .byDay, latest: first))
        }
    }

    @Test("Only innan is read more strictly than it may be meant")
    func strictly() {
        let strict = DeadlineReading.Rule.allCases.filter {
            DeadlineReading(rule: $0, latest: "2014-01-01").readsBeforeStrictly
        }
        #expect(strict == [.beforeMonth, .beforeDay])
    }
}
