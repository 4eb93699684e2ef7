import Coordinates

/// A time as a phrase names it, before it is known in which year it lies.
struct NamedTime {
    var precision: DeadlineReading.Precision
    var extent: Extent
    var year = Year.unwritten
    var assumptions: [Assumption] = []
    var edge = Edge.none
    /// True of a range: "mars–maj", "2014–2016".
    var hasTwoEnds = false

    enum Extent {
        /// One stretch, or a list of them in ascending order.
        case stretches([Stretch])
        case week(Int)
    }

    enum Year: Hashable {
        case written(Int)
        case unwritten
        /// So many years after the one in which the given day lies: "i år", "nästa år".
        case ofGiven(later: Int)
        /// So many mandate periods after the one in which the given day lies.
        case ofMandatePeriod(later: Int)
    }

    /// Whether it is the end of the time that was named.
    enum Edge {
        case none
        /// "Slutet av": the last third, but by it or before it is by the last day.
        case closing
        /// "Utgången av", "årsskiftet": where one time passes into the next.
        case end
    }

    init(_ precision: DeadlineReading.Precision, _ stretch: Stretch) {
        self.precision = precision
        extent = .stretches([stretch])
    }

    init(week: Int) {
        precision = .week
        extent = .week(week)
    }

    var stretches: [Stretch] {
        if case .stretches(let stretches) = extent { stretches } else { [] }
    }

    /// The one stretch that it is, if so.
    var stretch: Stretch? { stretches.count == 1 ? stretches[0] : nil }

    /// From the first day to the last one, gaps included; nil where the calendar has no such day.
    func days(in year: Int) -> Days? {
        switch extent {
        case .week(let week): return .week(week, of: year)
        case .stretches(let stretches):
            let all = stretches.compactMap { $0.days(in: year) }
            guard all.count == stretches.count, let first = all.first, let last = all.last
            else { return nil }
            return Days(first: first.first, last: last.last)
        }
    }
}

/// The calendar years between two ordinary elections: 2011–2014, 2015–2018 and so on, since 1995.
enum MandatePeriod {
    static let yearCount = 4
    static let first = 1995

    /// The year in which the mandate period that holds a year begins.
    static func start(of year: Int) -> Int? {
        year < first ? nil : year - (year - first) % yearCount
    }
}
