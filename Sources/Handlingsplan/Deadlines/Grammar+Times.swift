// Times: one, a list of them, a range between two, or a period that is named as such.

extension Phrase {
    /// Whatever can follow "under", "senast" or nothing at all.
    mutating func time() -> NamedTime? {
        periodWithEnds() ?? joinedTimes()
    }

    private mutating func joinedTimes() -> NamedTime? {
        if let time = dayRange(joinedBy: { $0.take(.dash) }) { return time }
        return singleTime().map { range(from: $0) ?? list(from: $0) }
    }

    /// A time with neither list nor range.
    mutating func singleTime() -> NamedTime? { end() ?? third() ?? uncutTime() }

    /// A time that is not a part of another one's beginning, middle or end.
    mutating func uncutTime() -> NamedTime? {
        mandatePeriod() ?? day() ?? week() ?? yearPart() ?? month() ?? season()
            ?? yearBeforePart() ?? wholeYear()
    }

    /// `2015, kvartal 2`, `2016 v. 12`.
    private mutating func yearBeforePart() -> NamedTime? {
        attempt { phrase in
            guard let year = phrase.yearNumber() else { return nil }
            _ = phrase.take(.mark(","))
            guard let time = phrase.yearPart() ?? phrase.week(), time.year == .unwritten
            else { return nil }
            return time.dated(by: .written(year))
        }
    }

    /// `perioden 2025–2026`, `åren 2014 och 2015`.
    private mutating func periodWithEnds() -> NamedTime? {
        attempt { phrase in
            guard phrase.take(oneOf: Lexicon.periods), let time = phrase.joinedTimes(),
                time.hasTwoEnds || time.stretches.count > 1
            else { return nil }
            return time
        }
    }

    /// `mandatperioden 2019–2022`, `innevarande mandatperiod`, `nästa mandatperiod`.
    private mutating func mandatePeriod() -> NamedTime? {
        attempt { phrase in
            let isNext = phrase.take(oneOf: ["nästa", "nästkommande", "kommande"])
            if !isNext { phrase.take(oneOf: ["hela", "denna", "innevarande", "nuvarande"]) }
            guard phrase.take(oneOf: Lexicon.mandatePeriods) else { return nil }
            var time = NamedTime(.mandatePeriod, .months(1, count: 12 * MandatePeriod.yearCount))
            time.year = .ofMandatePeriod(later: isNext ? 1 : 0)
            guard let first = phrase.yearNumber() else { return time }
            guard !isNext, phrase.take(.dash) || phrase.take("till"), let last = phrase.yearNumber()
            else { return nil }
            let isByElections = last - first == MandatePeriod.yearCount
            let start = isByElections ? first + 1 : first
            guard MandatePeriod.start(of: start) == start,
                last - start == MandatePeriod.yearCount - 1
            else { return nil }
            if isByElections { time.assumptions.append(.electionYearsNamed) }
            return time.dated(by: .written(start))
        }
    }

    /// `mars–maj 2015`, `november 2015 till mars 2016`.
    private mutating func range(from first: NamedTime) -> NamedTime? {
        attempt { phrase in
            guard phrase.takeRangeWord(), let last = phrase.singleTime() else { return nil }
            return first.range(to: last)
        }
    }

    private mutating func takeRangeWord() -> Bool {
        take(.dash) || take("till", "och", "med") || take(abbreviation: ["t", "o", "m"])
            || take("fram", "till") || take("till")
    }

    /// `april, augusti och december 2015`.
    private mutating func list(from first: NamedTime) -> NamedTime {
        var time = first
        while let longer = longer(than: time) { time = longer }
        return time
    }

    private mutating func longer(than time: NamedTime) -> NamedTime? {
        attempt { phrase in
            guard phrase.take("och") || phrase.take("samt") || phrase.take(.mark(",")) else {
                return nil
            }
            phrase.take(oneOf: phrase.word(ahead: 1) == "år" ? [] : ["i", "under"])
            return phrase.singleTime().flatMap(time.list(with:))
        }
    }

    /// `mellan 1 mars och 15 april 2016`.
    mutating func between() -> NamedTime? {
        attempt { phrase in
            guard phrase.take("mellan") else { return nil }
            let joint = { (phrase: inout Phrase) in phrase.take("och") || phrase.take(.dash) }
            if let days = phrase.dayRange(joinedBy: joint) { return days }
            guard let first = phrase.singleTime(), joint(&phrase), let last = phrase.singleTime()
            else { return nil }
            return first.range(to: last)
        }
    }
}
