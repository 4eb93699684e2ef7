import Coordinates

// When a rhythm falls due, by the calendar alone.

extension Recurrence {
    /// The days within these on which it falls due, in ascending order, each once.
    ///
    /// Of units that are counted, the first is the one in which the first day lies, so that every
    /// third year from some day in 2014 falls due in 2016, 2019 and so on. A year with occasions
    /// falls due on the last day of each, or on the day before its first where what is asked for
    /// is to come before it; any other unit falls due on its own last day. Meetings have no days
    /// in any calendar, and mandate periods have had theirs since 1995.
    func dueDays(in days: Days, beforeOccasions isBefore: Bool) -> [CalendarDate] {
        if every == .year, !on.isEmpty { return occasionDays(in: days, isBefore: isBefore) }
        return unitDays(in: days)
    }

    private func unitDays(in days: Days) -> [CalendarDate] {
        guard let length = every.monthCount else { return [] }
        let (year, month, _) = days.first.yearMonthDay
        let firstMonth =
            if every == .mandatePeriod {
                12 * (MandatePeriod.start(of: year) ?? MandatePeriod.first)
            } else {
                12 * year + (month - 1) / length * length
            }
        var due: [CalendarDate] = []
        var nextMonth = firstMonth + length * interval
        while let day = Self.lastDay(before: nextMonth), day <= days.last {
            due.append(day)
            nextMonth += length * interval
        }
        return due
    }

    /// Of months counted from January of the year 0.
    private static func lastDay(before month: Int) -> CalendarDate? {
        let (year, monthIndex) = (month - 1).quotientAndRemainder(dividingBy: 12)
        return CalendarDate.last(ofMonth: monthIndex + 1, year: year)
    }

    private func occasionDays(in days: Days, isBefore: Bool) -> [CalendarDate] {
        let (firstYear, lastYear) = (days.first.yearMonthDay.year, days.last.yearMonthDay.year)
        let stretches = on.map(\.stretch)
        var due: Set<CalendarDate> = []
        // Winter began the year before; what comes before New Year's Day is of the year after.
        for year in firstYear - 1...lastYear + 1 {
            for stretch in stretches {
                let day = isBefore ? stretch.dayBefore(in: year) : stretch.lastDay(in: year)
                guard let day, days.first <= day, day <= days.last,
                    (day.yearMonthDay.year - firstYear + 1).isMultiple(of: interval)
                else { continue }
                due.insert(day)
            }
        }
        return due.sorted()
    }
}

extension Stretch {
    /// In a year that has no 29 February, the 28th stands for it.
    fileprivate func lastDay(in year: Int) -> CalendarDate? {
        last.date(in: year) ?? last.endOfMonth.date(in: year)
    }

    /// What lies before 29 February, lies before March in a year that has no such day.
    fileprivate func dayBefore(in year: Int) -> CalendarDate? {
        first.date(in: year).map { $0.advanced(byDays: -1) }
            ?? first.endOfMonth.date(in: year)
    }
}

extension MonthDay {
    fileprivate var endOfMonth: MonthDay { MonthDay(month: month) }
}
