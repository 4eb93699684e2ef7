import Coordinates
import Handlingsplan
import TestSupport
import Testing

/// A phrase, the days between which it holds, and when it then falls due.
struct OccurrenceExample: CustomTestStringConvertible, Sendable {
    let phrase: String
    let start: CalendarDate
    let end: CalendarDate
    let due: [CalendarDate]

    init(
        _ phrase: String, from start: CalendarDate, through end: CalendarDate,
        due: CalendarDate...
    ) {
        self.phrase = phrase
        self.start = start
        self.end = end
        self.due = due
    }

    var testDescription: String { "\(phrase), \(start) to \(end)" }
}

@Suite("Deadlines that fall due again")
struct OccurrenceTests {
    @Test("A rhythm falls due on its days", arguments: units + occasions + bounds + nothing)
    func due(_ example: OccurrenceExample) throws {
        let reading = try #require(readDeadline(example.phrase, given: example.start))
        let occurrences = reading.occurrences(from: example.start, through: example.end)
        #expect(occurrences.map(\.due) == example.due)
    }

    static let units: [OccurrenceExample] = [
        OccurrenceExample(
            "månadsvis", from: "2015-11-30", through: "2016-02-29", due: "2015-11-30",
            "2015-12-31", "2016-01-31", "2016-02-29"),
        OccurrenceExample(
            "varje kvartal", from: "2014-05-20", through: "2015-03-30", due: "2014-06-30",
            "2014-09-30", "2014-12-31"),
        OccurrenceExample(
            "tertialvis", from: "2014-05-01", through: "2015-04-30", due: "2014-08-31",
            "2014-12-31", "2015-04-30"),
        OccurrenceExample(
            "två gånger per år", from: "2014-07-01", through: "2015-12-31", due: "2014-12-31",
            "2015-06-30", "2015-12-31"),
        OccurrenceExample(
            "årligen", from: "2014-12-31", through: "2015-12-31", due: "2014-12-31", "2015-12-31"),
        OccurrenceExample(
            "vart tredje år", from: "2014-05-20", through: "2020-01-01", due: "2016-12-31",
            "2019-12-31"),
        OccurrenceExample(
            "varannan månad", from: "2014-05-20", through: "2014-12-30", due: "2014-06-30",
            "2014-08-31", "2014-10-31"),
        OccurrenceExample(
            "varje mandatperiod", from: "2014-12-31", through: "2030-12-31", due: "2014-12-31",
            "2018-12-31", "2022-12-31", "2026-12-31", "2030-12-31"),
        OccurrenceExample(
            "inför varje mandatperiod", from: "2015-01-01", through: "2020-01-01",
            due: "2018-12-31"),
        OccurrenceExample(
            "varje mandatperiod", from: "1990-01-01", through: "2000-01-01", due: "1998-12-31"),
    ]

    static let occasions: [OccurrenceExample] = [
        OccurrenceExample(
            "årligen senast den 28 februari", from: "2014-03-01", through: "2016-12-31",
            due: "2015-02-28", "2016-02-28"),
        OccurrenceExample(
            "årligen senast den 28 februari", from: "2014-02-28", through: "2015-02-27",
            due: "2014-02-28"),
        OccurrenceExample(
            "senast 29 februari varje år", from: "2015-01-01", through: "2016-12-31",
            due: "2015-02-28", "2016-02-29"),
        OccurrenceExample(
            "varje år före den 1 mars", from: "2015-01-01", through: "2016-12-31",
            due: "2015-02-28", "2016-02-29"),
        OccurrenceExample(
            "varje år före den 29 februari", from: "2015-01-01", through: "2016-12-31",
            due: "2015-02-28", "2016-02-28"),
        OccurrenceExample(
            "varje år före den 1 januari", from: "2015-01-01", through: "2016-12-31",
            due: "2015-12-31", "2016-12-31"),
        OccurrenceExample(
            "årligen i april och september", from: "2014-05-01", through: "2015-09-30",
            due: "2014-09-30", "2015-04-30", "2015-09-30"),
        OccurrenceExample(
            "varje höst", from: "2014-05-01", through: "2015-12-31", due: "2014-11-30",
            "2015-11-30"),
        OccurrenceExample(
            "varje vinter", from: "2015-01-10", through: "2016-12-31", due: "2015-02-28",
            "2016-02-29"),
        OccurrenceExample(
            "mellan 1 mars och 15 april varje år", from: "2014-04-01", through: "2014-12-31",
            due: "2014-04-15"),
        OccurrenceExample(
            "vartannat år i april", from: "2014-05-20", through: "2018-12-31", due: "2015-04-30",
            "2017-04-30"),
    ]

    static let bounds: [OccurrenceExample] = [
        OccurrenceExample(
            "årligen 2015–2017", from: "2014-05-20", through: "2030-01-01", due: "2015-12-31",
            "2016-12-31", "2017-12-31"),
        OccurrenceExample(
            "kvartalsvis under 2016", from: "2016-05-20", through: "2030-01-01",
            due: "2016-06-30", "2016-09-30", "2016-12-31"),
        OccurrenceExample(
            "varje år från 1 juli 2015", from: "2014-05-20", through: "2016-12-31",
            due: "2015-12-31", "2016-12-31"),
        OccurrenceExample(
            "vartannat år från 2015", from: "2014-05-20", through: "2018-12-31",
            due: "2016-12-31", "2018-12-31"),
        OccurrenceExample(
            "Årligen, fram till nästa plan är antagen", from: "2014-05-20", through: "2015-12-31",
            due: "2014-12-31", "2015-12-31"),
        OccurrenceExample("årligen", from: "9999-12-31", through: "9999-12-31", due: "9999-12-31"),
        OccurrenceExample(
            "varje vinter", from: "0001-01-01", through: "0001-12-31", due: "0001-02-28"),
    ]

    static let nothing: [OccurrenceExample] = [
        OccurrenceExample("senast 31 maj 2015", from: "2014-01-01", through: "2030-01-01"),
        OccurrenceExample("löpande", from: "2014-01-01", through: "2030-01-01"),
        OccurrenceExample("vid varje sammanträde", from: "2014-01-01", through: "2030-01-01"),
        OccurrenceExample("månadsvis", from: "2014-05-20", through: "2014-05-19"),
        OccurrenceExample("årligen 2015–2017", from: "2018-01-01", through: "2030-01-01"),
        OccurrenceExample("var 1000:e månad", from: "9950-01-01", through: "9999-12-31"),
    ]

    @Test("Days that two occasions share fall due once")
    func shared() {
        let reading = DeadlineReading(
            mode: .by, recurrence: .year(on: "12/02", "02-28", "02-29", "01/02"))
        #expect(
            reading.occurrences(from: "2015-02-01", through: "2016-12-31").map(\.due)
                == ["2015-02-28", "2016-02-28", "2016-02-29"])
    }

    @Test("Each begins the day after the one before was due", arguments: SeededGenerator.seeds(4))
    func withoutGaps(seed: UInt64) throws {
        print("LIGGARE_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let example = (Self.units + Self.occasions).randomElement(using: &generator)!
            let reading = try #require(readDeadline(example.phrase, given: example.start))
            let start = try #require(
                example.start.advanced(byDays: .random(in: -900...900, using: &generator)))
            let end = try #require(
                start.advanced(byDays: .random(in: 0...9_000, using: &generator)))
            let all = reading.occurrences(from: start, through: end)
            #expect(all.first.map { $0.first == start } ?? true)
            #expect(all.allSatisfy { $0.first <= $0.due && $0.due <= end })
            for (one, next) in zip(all, all.dropFirst()) {
                #expect(one.due.advanced(byDays: 1) == next.first)
            }
            // What is known earlier does not change when more days have passed.
            let sooner = try #require(
                start.advanced(byDays: .random(in: 0...9_000, using: &generator)))
            #expect(
                reading.occurrences(from: start, through: min(sooner, end))
                    == Array(all.prefix { $0.due <= sooner }),
                "\(example.phrase), LIGGARE_SEED=\(seed)")
        }
    }
}
