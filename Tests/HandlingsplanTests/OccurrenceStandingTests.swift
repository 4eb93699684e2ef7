import Coordinates
import Handlingsplan
import Testing

/// A phrase that holds from 2014-01-15, what was done, and how its occurrences then stand.
struct StandingExample: CustomTestStringConvertible, Sendable {
    let phrase: String
    let done: [Completion]
    let today: CalendarDate
    let states: [OccurrenceState]
    let late: [Bool]

    init(
        _ phrase: String, done: [Completion], on today: CalendarDate, _ states: OccurrenceState...,
        late: Set<Int> = []
    ) {
        self.phrase = phrase
        self.done = done
        self.today = today
        self.states = states
        self.late = states.indices.map(late.contains)
    }

    var testDescription: String { "\(phrase) on \(today)" }
}

@Suite("How what recurs stands")
struct OccurrenceStandingTests {
    @Test("Done, missed or due", arguments: examples)
    func states(_ example: StandingExample) throws {
        let reading = try #require(readDeadline(example.phrase, given: Self.start))
        let occurrences = reading.occurrences(from: Self.start, through: "2016-12-31")
        let standings = occurrences.standings(done: example.done, on: example.today)
        #expect(standings.map(\.occurrence) == occurrences)
        #expect(standings.map(\.state) == example.states)
        #expect(standings.map(\.isLate) == example.late)
    }

    private static let start: CalendarDate = "2014-01-15"

    static let examples: [StandingExample] = [
        // Nothing done.
        StandingExample("årligen", done: [], on: "2014-01-01", .due, .due, .due),
        StandingExample("årligen", done: [], on: "2015-12-31", .missed, .due, .due),
        StandingExample("årligen", done: [], on: "2016-01-01", .missed, .missed, .due),
        // On its own day.
        StandingExample(
            "årligen", done: [Completion(on: "2014-12-31"), Completion(on: "2015-01-01")],
            on: "2015-01-01", .done(on: "2014-12-31"), .done(on: "2015-01-01"), .due),
        StandingExample(
            "årligen", done: [Completion(on: "2014-09-01"), Completion(on: "2014-04-01")],
            on: "2014-12-31", .done(on: "2014-04-01"), .due, .due),
        // About a period.
        StandingExample(
            "årligen", done: [Completion(on: "2015-02-10", about: "2014")], on: "2015-03-01",
            .done(on: "2015-02-10"), .due, .due, late: [0]),
        StandingExample(
            "årligen senast den 28 februari",
            done: [Completion(on: "2014-02-10", about: "2013")], on: "2014-12-31",
            .done(on: "2014-02-10"), .due, .due),
        StandingExample(
            "årligen i april och september",
            done: [
                Completion(on: "2014-10-05", about: "2014-T2"),
                Completion(on: "2015-04-15", about: "2015-Q1"),
            ], on: "2015-05-01",
            .missed, .done(on: "2014-10-05"), .done(on: "2015-04-15"), .due, .due, .due,
            late: [1]),
        StandingExample(
            "årligen", done: [Completion(on: "2014-06-01", about: "2015")], on: "2014-12-31",
            .due, .done(on: "2014-06-01"), .due),
        // Neither after today, nor before the deadline held, nor after the last occurrence.
        StandingExample(
            "årligen", done: [Completion(on: "2014-06-02")], on: "2014-06-01", .due, .due, .due),
        StandingExample(
            "årligen", done: [Completion(on: "2014-01-14")], on: "2014-06-01", .due, .due, .due),
        StandingExample(
            "årligen", done: [Completion(on: "2016-06-01", about: "2017")], on: "2017-01-01",
            .missed, .missed, .missed),
        // Nothing to do.
        StandingExample("löpande", done: [Completion(on: "2014-06-01")], on: "2014-06-02"),
    ]
}
