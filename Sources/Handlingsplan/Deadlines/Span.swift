import Coordinates

/// The days that the times of a phrase leave, once it is settled in which years they lie.
struct Span {
    var precision: DeadlineReading.Precision?
    var earliest: CalendarDate?
    var latest: CalendarDate?
    var assumptions: [Assumption] = []

    init() {}

    /// Of no times, of one, or of a first and a last one. Nil where the calendar has no such days
    /// or where two times are not two ends of one.
    init?(of times: [TimePart], given: CalendarDate?) {
        guard times.count <= 2 else { return nil }
        for time in times {
            guard let days = time.days(given: given) else { return nil }
            guard earliest == nil || days.earliest == nil, latest == nil || days.latest == nil
            else { return nil }
            precision = precision?.joined(to: time.time.precision) ?? time.time.precision
            earliest = earliest ?? days.earliest
            latest = latest ?? days.latest
            assumptions += time.time.assumptions + days.assumptions
        }
        if times.count == 2 {
            let (first, last) = (times[0], times[1])
            guard first.mode == .from, last.mode == .by, !first.isAfterNoun,
                first.hasYear == last.hasYear
            else { return nil }
        }
        if let earliest, let latest, latest < earliest { return nil }
    }
}

/// The days of one time, with what had to be assumed for its year.
private struct DatedSpan {
    var earliest: CalendarDate?
    var latest: CalendarDate?
    var assumptions: [Assumption] = []
}

extension TimePart {
    fileprivate var hasYear: Bool {
        if case .written = time.year { true } else { false }
    }

    /// False where no year has these days. Nine years hold a leap day and a week 53.
    var isPossible: Bool { (2012...2020).contains { days(in: $0) != nil } }

    /// Nil where no year has these days.
    fileprivate func days(given: CalendarDate?) -> DatedSpan? {
        if case .written(let year) = time.year { return days(in: year) }
        guard let given else {
            guard isPossible else { return nil }
            return DatedSpan(assumptions: [.yearUnknown])
        }
        var dated = days(after: given)
        dated?.assumptions = [.yearFromGiven]
        return dated
    }

    private func days(after given: CalendarDate) -> DatedSpan? {
        let year = given.yearMonthDay.year
        switch time.year {
        case .written(let year): return days(in: year)
        case .ofGiven(let later): return days(in: year + later)
        case .ofMandatePeriod(let later):
            return MandatePeriod.start(of: year)
                .flatMap { days(in: $0 + later * MandatePeriod.yearCount) }
        case .unwritten:
            // A winter that has begun began last year; a leap day may be eight years away.
            for candidate in year - 1...year + 8 {
                guard let dated = days(in: candidate),
                    let day = lastDayOfFirstItem(in: candidate) ?? dated.latest ?? dated.earliest
                else { continue }
                if day > given { return dated }
            }
            return nil
        }
    }

    /// All items of a list are to come, and not only the last one. Nil for what is no list.
    private func lastDayOfFirstItem(in year: Int) -> CalendarDate? {
        time.stretches.count > 1 ? time.stretches[0].days(in: year)?.last : nil
    }

    private func days(in year: Int) -> DatedSpan? {
        guard let days = time.days(in: year) else { return nil }
        switch mode {
        case .by: return DatedSpan(latest: days.last)
        case .before:
            return days.first.advanced(byDays: -1).map { DatedSpan(latest: $0) }
        case .from where isStrictlyAfter:
            return days.last.advanced(byDays: 1).map { DatedSpan(earliest: $0) }
        case .from: return DatedSpan(earliest: days.first)
        case .during, .between, .ongoing:
            return DatedSpan(earliest: days.first, latest: days.last)
        }
    }
}
