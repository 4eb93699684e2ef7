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
            let months = phrase.rules.seasons.months(of: season.name)
            let time = NamedTime(season: months, half: half ?? season.half)
            return season.name == .winter
                ? phrase.winter(time, months) : time.dated(by: phrase.yearSuffix())
        }
    }

    /// `hösten`, `senhösten`.
    private mutating func seasonName() -> (name: Season, half: Half?)? {
        guard let word else { return nil }
        if let name = take(from: Lexicon.seasons) { return (name, nil) }
        for (prefix, half) in Half.prefixes where word.hasPrefix(prefix) {
            guard let name = Lexicon.seasons[String(word.dropFirst(prefix.count))] else {
                continue
            }
            skip()
            return (name, half)
        }
        return nil
    }

    /// Winters have two years, `2023/2024`; of one alone it is assumed to be the first, where a
    /// winter lies in both.
    private mutating func winter(_ time: NamedTime, _ months: Stretch) -> NamedTime {
        if let first = yearPair() {
            return time.dated(by: .written(months.first.month == 1 ? first + 1 : first))
        }
        var time = time.dated(by: yearSuffix())
        if time.year != .unwritten, months.last.month > 12 {
            time.assumptions.append(.winterBeginsInYear)
        }
        return time
    }
}

extension NamedTime {
    fileprivate init(season months: Stretch, half: Half?) {
        self.init(.season, half?.stretch(of: months) ?? months)
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

    func stretch(of months: Stretch) -> Stretch {
        let (first, last) = (months.first.month, months.last.month)
        let (half, oddMonth) = (last - first + 1).quotientAndRemainder(dividingBy: 2)
        let middle = first + half
        let isEven = oddMonth == 0
        return switch self {
        case .early:
            Stretch(
                first: months.first,
                last: isEven ? MonthDay(month: middle - 1) : MonthDay(month: middle, day: 15))
        case .late:
            Stretch(first: MonthDay(month: middle, day: isEven ? 1 : 16), last: months.last)
        }
    }
}
