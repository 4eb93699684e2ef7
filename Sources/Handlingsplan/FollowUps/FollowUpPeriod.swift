package import Coordinates

/// The days between two cut-offs (avstämningsperiod): from the day after one to the next.
package struct FollowUpPeriod: Hashable, Sendable {
    package let first: CalendarDate
    package let last: CalendarDate

    package init(first: CalendarDate, last: CalendarDate) {
        self.first = first
        self.last = last
    }
}

extension CutOffs {
    /// The last period that ended on or before a day: with the standard cut-offs, by 2018-08-30
    /// the one from 2018-01-01 to 2018-04-30, and by 2018-08-31 the next. Where there is one
    /// cut-off only, a period is a year. Nil before the calendar has two cut-offs.
    package func lastPeriod(by day: CalendarDate) -> FollowUpPeriod? {
        let year = day.yearMonthDay.year
        // One cut-off may lie later in the year than the day: then the two before the day are
        // those of the two years before.
        let ends = Set((year - 2...year).flatMap(ends(in:))).sorted().filter { $0 <= day }
        guard let last = ends.last, let first = ends.dropLast().last?.advanced(byDays: 1) else {
            return nil
        }
        return FollowUpPeriod(first: first, last: last)
    }

    /// 29 February is the last day of February in years that do not have it.
    private func ends(in year: Int) -> [CalendarDate] {
        days.compactMap { occasion in
            let end = occasion.stretch.last
            return end.date(in: year)
                ?? CalendarDate.last(ofMonth: end.monthOfYear, year: year)
        }
    }
}
