import Coordinates
import Foundation
import Handlingsplan
import Testing

/// Real phrases with the class that a person gave each. They are not the project's, and only
/// `tools/check-shared` names their file; without it these tests are skipped.
@Suite("Phrases from real plans")
struct SharedPhrasesTests {
    private static let rows: [(phrase: String, kind: String)]? = {
        guard let file = ProcessInfo.processInfo.environment["LIGGARE_PHRASES"],
            let text = try? String(contentsOfFile: file, encoding: .utf8)
        else { return nil }
        return text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t").map(String.init)
            return (fields[0], fields.count > 1 ? fields[1] : "")
        }
    }()

    // Skipped, and not failed, where the phrases are not there.
    @Test("At least 50 in 55 are read as their class says", .enabled(if: rows != nil))
    func asClassified() throws {
        let rows = try #require(Self.rows)
        let others = rows.filter { row in
            Self.isRight(readDeadline(row.phrase, given: "2014-06-15"), as: row.kind) != true
        }
        print("not read as classified:", others.map(\.phrase))
        #expect(others.count * 55 <= rows.count * 5, "\(others)")
    }

    @Test("None has a date that its words do not give", .enabled(if: rows != nil))
    func neverWronglyDated() throws {
        for row in try #require(Self.rows) {
            let reading = readDeadline(row.phrase)
            let days = [reading?.earliest, reading?.latest].compactMap { $0 }
            for day in days {
                // "Innan 2020" ends the year before.
                let year = day.yearMonthDay.year
                #expect(
                    [year, year + 1].contains { row.phrase.contains(String($0)) }, "\(row.phrase)")
            }
            #expect(reading == nil || Self.isRight(reading, as: row.kind) != false, "\(row)")
        }
    }

    /// Nil for a class that nobody has told us of.
    private static func isRight(_ reading: DeadlineReading?, as kind: String) -> Bool? {
        guard let isRight = classes[kind] else { return nil }
        return reading.map(isRight) ?? (kind == "vague multi-year")
    }

    private static let classes: [String: @Sendable (DeadlineReading) -> Bool] = [
        "before-month": { $0.mode == .before && $0.precision == .month && $0.latest != nil },
        "before-year": { $0.mode == .before && $0.precision == .year && $0.latest != nil },
        "relative-duration": { $0.mode == .by && isRelated($0) },
        "asap": { $0.mode == .by && isRelated($0) },
        "asap/event-relative": { $0.mode == .by && isRelated($0) },
        "not-before event": { $0.mode == .from && isRelated($0) },
        "until-event": { $0.mode == .by && isRelated($0) },
        "recurring/report-relative": { $0.mode == .during && isRelated($0) },
        "until-further-notice": { $0.mode == .ongoing && isRelated($0) },
        "ongoing": { $0.mode == .ongoing && $0.latest == nil },
        "ongoing (as status)": { $0.mode == .ongoing && $0.latest == nil },
        "recurring-year": { recurs($0, every: .year) },
        "recurring-year+forum": { recurs($0, every: .year) && $0.receiver != nil },
        "recurring-3y": { recurs($0, every: .year, 3) },
        "on-demand, min 6y": { recurs($0, every: .year, 6) && $0.relation != nil },
        "recurring-quarter": { recurs($0, every: .quarter) },
        "recurring-tertial": { recurs($0, every: .tertial) },
        "recurring-mandate period": { recurs($0, every: .mandatePeriod) },
        // The months are read; that they return is said only where the phrase says it.
        "recurring months": { $0.mode == .during && $0.precision == .months },
        "recurring-day (as-of)": { $0.mode == .during && $0.precision == .day },
        "as-of day, year implicit": { $0.mode == .during && $0.precision == .day },
        "by-day, year implicit": { $0.mode == .by && $0.precision == .day },
        "valid-through day": { $0.mode == .by && $0.precision == .day && $0.latest != nil },
        "from-day": { $0.mode == .from && $0.precision == .day && $0.earliest != nil },
        "month+forum": {
            spans($0, .month) && ($0.receiver ?? $0.relation) != nil
        },
        "by-month+forum": { $0.mode == .by && $0.precision == .month && $0.receiver != nil },
        "month range": { spans($0, .months) },
        "season": { spans($0, .season) },
        "season qualified": { spans($0, .season) && $0.assumptions.contains(.seasonHalves) },
        "season qualified (start)": {
            spans($0, .season) && $0.assumptions.contains(.seasonHalves)
        },
        "year": { spans($0, .year) },
        "year (carried over)": { spans($0, .year) },
        "year, implicit (forecast)": { $0.mode == .during && $0.precision == .year },
        "by-year": { $0.mode == .by && $0.precision == .year && $0.latest != nil },
        "by-year-end": { $0.mode == .by && $0.precision == .year && $0.latest != nil },
        "open-ended from year": { $0.mode == .from && $0.precision == .year && $0.earliest != nil },
        "period (validity)": { spans($0, .period) },
        "vague multi-year": { _ in false },
    ]

    private static func isRelated(_ reading: DeadlineReading) -> Bool {
        reading.relation != nil && reading.earliest == nil && reading.latest == nil
    }

    private static func recurs(
        _ reading: DeadlineReading, every unit: Recurrence.Unit, _ interval: Int = 1
    ) -> Bool {
        reading.recurrence?.every == unit && reading.recurrence?.interval == interval
            && reading.earliest == nil && reading.latest == nil
    }

    private static func spans(
        _ reading: DeadlineReading, _ precision: DeadlineReading.Precision
    ) -> Bool {
        reading.mode == .during && reading.precision == precision && reading.earliest != nil
            && reading.latest != nil
    }
}
