import Coordinates
import Handlingsplan
import Testing

/// A phrase as plans have it, the day of its decision if that matters, and what it means.
struct DeadlineExample: CustomTestStringConvertible, Sendable {
    let phrase: String
    let given: CalendarDate?
    let meaning: DeadlineReading

    init(
        _ phrase: String, given: CalendarDate? = nil, _ mode: DeadlineReading.Mode,
        _ precision: DeadlineReading.Precision? = nil, from earliest: CalendarDate? = nil,
        to latest: CalendarDate? = nil, every recurrence: Recurrence? = nil,
        relation: String? = nil, receiver: String? = nil, assuming assumptions: Assumption...
    ) {
        self.phrase = phrase
        self.given = given
        meaning = DeadlineReading(
            mode: mode, precision: precision, earliest: earliest, latest: latest,
            recurrence: recurrence, relation: relation, receiver: receiver,
            assumptions: assumptions)
    }

    func check(
        by rules: ReadingRules = .standard, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            readDeadline(phrase, given: given, by: rules) == meaning,
            sourceLocation: sourceLocation)
    }

    var testDescription: String { given.map { "\(phrase) (\($0))" } ?? phrase }
}

extension Recurrence {
    static let month = Recurrence(every: .month)
    static let quarter = Recurrence(every: .quarter)
    static let tertial = Recurrence(every: .tertial)
    static let halfYear = Recurrence(every: .halfYear)
    static let year = Recurrence(every: .year)
    static let mandatePeriod = Recurrence(every: .mandatePeriod)
    static let meeting = Recurrence(every: .meeting)

    static func year(on occasions: Occasion...) -> Recurrence {
        Recurrence(every: .year, on: occasions)
    }

    static func every(_ interval: Int, _ unit: Unit) -> Recurrence {
        Recurrence(every: unit, interval: interval)
    }
}
