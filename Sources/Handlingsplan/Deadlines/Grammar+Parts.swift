// Quarters, tertials and half-years.

extension Phrase {
    /// `kvartal 2 2015`, `Q3 2016`, `andra kvartalet`, `första halvåret 2015`, `T1 2015`.
    mutating func yearPart() -> NamedTime? {
        for part in Lexicon.parts {
            if let time = yearPart(of: part) { return time }
        }
        return nil
    }

    private mutating func yearPart(of part: YearPart) -> NamedTime? {
        attempt { phrase in
            guard let stretch = phrase.partNumber(of: part).flatMap(part.stretch) else {
                return nil
            }
            return NamedTime(part.precision, stretch).dated(by: phrase.yearSuffix())
        }
    }

    private mutating func partNumber(of part: YearPart) -> Int? {
        attempt { phrase in
            if phrase.take(oneOf: part.nouns) || phrase.takeShort(part.short) {
                guard let number = phrase.next?.number(digits: 1) else { return nil }
                phrase.skip()
                return number
            }
            let number = phrase.take("sista") ? 12 / part.monthCount : phrase.ordinal()
            return phrase.take(oneOf: part.nouns) ? number : nil
        }
    }

    private mutating func takeShort(_ names: Set<String>) -> Bool {
        guard let word, names.contains(word) else { return false }
        return take(abbreviation: [word])
    }
}
