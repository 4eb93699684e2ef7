// Seasons, and the halves of them.

extension Phrase {
    /// `våren 2022`, `tidig höst 2023`, `senhösten 2020`, `vintern 2023/2024`.
    mutating func season() -> NamedTime? {
        attempt { phrase in
            let half = phrase.take(from: Half.words)
            phrase.take(oneOf: half == nil ? [] : ["i", "på", "under"])
            guard let season = phrase.seasonName(), half == nil || season.half == nil else {
                return nil
            }
            let time = NamedTime(season: season.month, half: half ?? season.half)
            return season.month == 12 ? phrase.winter(time) : time.dated(by: phrase.yearSuffix())
        }
    }

    /// `hösten`, `senhösten`.
    private mutating func seasonName() -> (month: Int, half: Half?)? {
        guard let word else { return nil }
        if let month = take(from: Lexicon.seasons) { return (month, nil) }
        for (prefix, half) in Half.prefixes where word.hasPrefix(prefix) {
            guard let month = Lexicon.seasons[String(word.dropFirst(prefix.count))] else {
                continue
            }
            skip()
            return (month, half)
        }
        return nil
    }

    /// Winters have two years, `2023/2024`; of one alone it is assumed to be the first.
    private mutating func winter(_ time: NamedTime) -> NamedTime {
        if let first = yearPair() { return time.dated(by: .written(first)) }
        var time = time.dated(by: yearSuffix())
        if time.year != .unwritten { time.assumptions.append(.winterBeginsInYear) }
        return time
    }
}

extension NamedTime {
    fileprivate init(season month: Int, half: Half?) {
        self.init(.season, half?.stretch(ofSeason: month) ?? .months(month, count: 3))
        assumptions = half == nil ? [.seasonBoundaries] : [.seasonBoundaries, .seasonHalves]
    }
}

/// One of the two halves of a season.
enum Half {
    case early, late

    /// Before the season: "tidig höst".
    static let words: [String: Half] = [
        "tidig": .early, "tidiga": .early, "tidigt": .early,
        "sen": .late, "sena": .late, "sent": .late,
    ]

    /// In front of it, in one word: "senhösten".
    static let prefixes: [(String, Half)] = [("tidig", .early), ("för", .early), ("sen", .late)]

    func stretch(ofSeason month: Int) -> Stretch {
        let middle = month + 1
        return switch self {
        case .early:
            Stretch(
                first: MonthDay(month: month, day: 1), last: MonthDay(month: middle, day: 15))
        case .late:
            Stretch(first: MonthDay(month: middle, day: 16), last: MonthDay(month: month + 2))
        }
    }
}
