// Years, and what is said of a time by the year that follows it.

extension Phrase {
    static let years = 1900...2199

    /// `2014`, `år 2014`, `i år`, `nästa år`, `året`.
    mutating func wholeYear() -> NamedTime? {
        attempt { phrase in
            _ = phrase.take("hela")
            guard let year = phrase.yearName() else { return nil }
            var time = NamedTime(.year, .months(1, count: 12))
            time.year = year
            return time
        }
    }

    private mutating func yearName() -> NamedTime.Year? {
        attempt { phrase in
            if phrase.take("året", "ut") { return .ofGiven(later: 0) }
            if phrase.take("året") || phrase.take("år") {
                if let year = phrase.yearNumber() { return .written(year) }
                let last = phrase.tokens[phrase.place - 1]
                return last.kind == .word("året") ? .ofGiven(later: 0) : nil
            }
            return phrase.relativeYear() ?? phrase.yearNumber().map { .written($0) }
        }
    }

    private mutating func relativeYear() -> NamedTime.Year? {
        if take("i", "år") || take("detta", "år") || take("innevarande", "år") {
            return .ofGiven(later: 0)
        }
        if take("nästa", "år") || take("nästkommande", "år") { return .ofGiven(later: 1) }
        return nil
    }

    mutating func yearNumber() -> Int? {
        guard let year = next?.number(digits: 4), Self.years.contains(year) else { return nil }
        skip()
        return year
    }

    /// The year after a month, a quarter, a season: `2014`, `, 2014`, `år 2014`, `nästa år`.
    mutating func yearSuffix() -> NamedTime.Year? {
        attempt { phrase in
            let isApart = phrase.take(.mark(","))
            if !isApart { phrase.take(oneOf: ["av", "under"]) }
            _ = phrase.take("år")
            if let year = phrase.yearNumber() { return .written(year) }
            return isApart ? nil : phrase.relativeYear()
        }
    }

    /// `2023/2024`, `2023-24`: two years, the second right after the first; the first is meant.
    mutating func yearPair() -> Int? {
        attempt { phrase in
            guard let first = phrase.yearNumber(), phrase.take(.slash) || phrase.take(.dash),
                let second = phrase.next, let number = second.number(digits: 2...4),
                [first + 1, (first + 1) % 100].contains(number)
            else { return nil }
            phrase.skip()
            return first
        }
    }
}

extension NamedTime {
    /// The same time in this year, if one is said.
    func dated(by year: Year?) -> NamedTime {
        var time = self
        time.year = year ?? time.year
        return time
    }
}
