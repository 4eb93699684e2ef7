/// A rhythm: every unit, or every so many units, perhaps on certain days, perhaps until an end.
package struct Recurrence: Hashable, Sendable {
    package let every: Unit
    /// 1 for each unit; "vart tredje år" has 3. One of `intervals`.
    package let interval: Int
    /// When in each year; empty where the phrase does not say.
    package let on: [Occasion]
    /// The words that end the rhythm, verbatim: "fram till nästa plan är antagen".
    package let until: String?

    package init(
        every unit: Unit, interval: Int = 1, on occasions: [Occasion] = [], until: String? = nil
    ) {
        precondition(Self.intervals.contains(interval), "no rhythm returns after \(interval)")
        every = unit
        self.interval = interval
        on = occasions
        self.until = until
    }

    package static let intervals = 1...1000

    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case month, quarter, tertial
        case halfYear = "half-year"
        case year
        case mandatePeriod = "mandate-period"
        case meeting

        /// In ascending order with the cases; nil for what no calendar knows.
        var monthCount: Int? {
            switch self {
            case .month: 1
            case .quarter: 3
            case .tertial: 4
            case .halfYear: 6
            case .year: 12
            case .mandatePeriod: 12 * MandatePeriod.yearCount
            case .meeting: nil
            }
        }
    }
}
