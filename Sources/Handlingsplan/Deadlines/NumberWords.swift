/// Numbers in words, as far as deadlines count: "tre", "tjugofyra", "femte", "trettioförsta".
enum NumberWords {
    static let cardinals: [String: Int] = {
        var words = ["en": 1, "ett": 1, "två": 2]
        for (number, word) in zip(3..., units.dropFirst(2) + teens) { words[word] = number }
        for (ten, word) in zip(2..., tens) {
            words[word] = 10 * ten
            for (unit, ending) in zip(1..., units) { words[word + ending] = 10 * ten + unit }
        }
        return words
    }()

    static let ordinals: [String: Int] = {
        var words = ["förste": 1, "andre": 2, "tjugonde": 20, "trettionde": 30]
        for (number, word) in zip(1..., ordinalsToNineteen) { words[word] = number }
        for (ten, word) in [(20, "tjugo"), (30, "trettio")] {
            for (unit, ending) in zip(1...9, ordinalsToNineteen) {
                words[word + ending] = ten + unit
            }
        }
        return words
    }()

    private static let units = [
        "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio",
    ]

    private static let teens = [
        "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton",
        "nitton",
    ]

    private static let tens = ["tjugo", "trettio", "fyrtio", "femtio", "sextio"]

    private static let ordinalsToNineteen = [
        "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde",
        "tionde", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde",
        "sjuttonde", "artonde", "nittonde",
    ]
}

extension Phrase {
    /// `4` or `fyra`; at most three digits, so that no year is taken for a count.
    mutating func count() -> Int? {
        if let value = next?.number(digits: 1...3) {
            skip()
            return value > 0 ? value : nil
        }
        return take(from: NumberWords.cardinals)
    }

    /// `3:e` or `tredje`.
    mutating func ordinal() -> Int? {
        if case .ordinal(let value)? = next?.kind {
            skip()
            return value
        }
        return take(from: NumberWords.ordinals)
    }
}
