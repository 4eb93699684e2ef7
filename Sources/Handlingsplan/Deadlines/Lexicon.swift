/// The words of the calendar, in lower case.
enum Lexicon {
    static let months: [String: Int] = table([
        ["januari", "jan"], ["februari", "feb", "febr"], ["mars", "mar"], ["april", "apr"],
        ["maj"], ["juni", "jun"], ["juli"], ["augusti", "aug"],
        ["september", "sept", "sep"], ["oktober", "okt"], ["november", "nov"],
        ["december", "dec"],
    ])

    /// "5 jul" is in July, but "innan jul" is before Christmas, which is no date here.
    static let monthsAfterDay = months.merging(["jul": 7]) { month, _ in month }

    static let seasons: [String: Season] = [
        "vår": .spring, "våren": .spring, "sommar": .summer, "sommaren": .summer,
        "höst": .autumn, "hösten": .autumn, "vinter": .winter, "vintern": .winter,
    ]

    /// How the parts of a year are named, with how many months each has.
    static let parts: [YearPart] = [
        YearPart(
            nouns: ["kvartal", "kvartalet"], short: ["kv", "q"], monthCount: 3,
            precision: .quarter),
        YearPart(
            nouns: ["tertial", "tertialet"], short: ["t"], monthCount: 4, precision: .tertial),
        YearPart(
            nouns: ["halvår", "halvåret"], short: ["h"], monthCount: 6, precision: .halfYear),
    ]

    /// Nouns that name a stretch whose ends follow: "perioden 2025–2026".
    static let periods: Set<String> = [
        "perioden", "period", "tidsperioden", "planperioden", "åren",
    ]

    static let mandatePeriods: Set<String> = ["mandatperioden", "mandatperiod"]

    static let units: [String: Recurrence.Unit] = [
        "månad": .month, "månaden": .month, "kvartal": .quarter, "kvartalet": .quarter,
        "tertial": .tertial, "tertialet": .tertial, "halvår": .halfYear, "halvåret": .halfYear,
        "år": .year, "året": .year, "mandatperiod": .mandatePeriod,
        "sammanträde": .meeting, "möte": .meeting,
    ]

    static let lengths: Set<String> = [
        "dag", "dagar", "dygn", "vecka", "veckor", "månad", "månader", "kvartal", "år",
        "arbetsdagar", "mandatperiod", "mandatperioder",
    ]

    /// Words that name a time. Where no rule took one, something about the time was not
    /// understood, and nothing is read.
    static func namesTime(_ word: String) -> Bool {
        timeWords.contains(word) || timeEndings.contains(where: word.hasSuffix)
    }

    private static let timeWords = Set(monthsAfterDay.keys).union(seasons.keys).union(units.keys)
        .union(Half.words.keys).union(lengths).union(mandatePeriods).union(periods)
        .union(parts.flatMap(\.nouns)).union(["veckan"])

    /// Terms and turns of the year are not the calendar's.
    private static let timeEndings = ["termin", "terminen", "skiftet"]

    private static func table(_ rows: [[String]]) -> [String: Int] {
        var table: [String: Int] = [:]
        for (number, words) in zip(1..., rows) {
            for word in words { table[word] = number }
        }
        return table
    }
}

/// A kind of part that a year divides into evenly.
struct YearPart {
    let nouns: Set<String>
    /// Written before the number only: "Q3", "kv 1".
    let short: Set<String>
    let monthCount: Int
    let precision: DeadlineReading.Precision

    func stretch(_ number: Int) -> Stretch? {
        guard (1...12 / monthCount).contains(number) else { return nil }
        return .months(1 + (number - 1) * monthCount, count: monthCount)
    }
}
