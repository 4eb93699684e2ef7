// Two times that a phrase joins, as ends of one or as items of a list.

extension NamedTime {
    /// From the beginning of this to the end of the other.
    func range(to other: NamedTime) -> NamedTime? {
        guard let stretch, let (year, last) = placed(after: other) else { return nil }
        var time = joined(to: other, in: year)
        time.extent = .stretches([Stretch(first: stretch.first, last: last.last)])
        time.hasTwoEnds = true
        return time
    }

    /// This, and the other too.
    func list(with other: NamedTime) -> NamedTime? {
        guard let end = stretches.last, !hasTwoEnds, let (year, next) = placed(after: other)
        else { return nil }
        var time = joined(to: other, in: year)
        time.extent = .stretches(stretches + [next])
        guard !end.touches(next) else { return time }
        // "I mars 2015 och i maj 2016" are two deadlines, and not one with a gap.
        guard self.year == other.year || other.year == .unwritten || self.year == .unwritten
        else { return nil }
        time.assumptions.append(.gapIncluded)
        return time
    }

    private func joined(to other: NamedTime, in year: Year) -> NamedTime {
        var time = self
        time.year = year
        time.precision = precision.joined(to: other.precision)
        time.assumptions += other.assumptions
        return time
    }

    /// The year that both lie in, with the other's stretch counted from it. Where only one year
    /// is written it holds for both, and they must be in order; where none is, what comes first
    /// in the year belongs to the next.
    private func placed(after other: NamedTime) -> (year: Year, other: Stretch)? {
        guard let mine = stretches.last, let theirs = other.stretch, edge == .none,
            other.edge != .end
        else { return nil }
        switch (year, other.year) {
        case (.written(let year), .written(let otherYear)):
            let later = theirs.later(byYears: otherYear - year)
            return mine.precedes(later) ? (self.year, later) : nil
        case (.unwritten, .unwritten):
            let isInOrder = mine.precedes(theirs)
            let later = isInOrder ? theirs : theirs.later(byYears: 1)
            return mine.precedes(later) ? (year, later) : nil
        case (.unwritten, let year), (let year, .unwritten):
            return mine.precedes(theirs) ? (year, theirs) : nil
        default: return nil
        }
    }
}

extension Stretch {
    /// True where nothing lies between the end of this and the beginning of the other.
    fileprivate func touches(_ next: Stretch) -> Bool {
        last.day == nil && next.first == MonthDay(month: last.month + 1, day: 1)
    }
}

extension DeadlineReading.Precision {
    /// How coarse two times are together.
    func joined(to other: Self) -> Self {
        switch (self, other) {
        case (.day, .day): .day
        case (.month, .month), (.months, .month): .months
        default: .period
        }
    }
}
