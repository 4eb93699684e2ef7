import Coordinates
import Handlingsplan
import TestSupport
import Testing

@Suite("Deadlines from nonsense")
struct DeadlineFuzzTests {
    private static let timeWords = [
        "maj", "jan.", "hösten", "senvåren", "vinter", "kvartal", "tertial", "halvåret", "vecka",
        "år", "året", "nästa", "mandatperioden", "perioden", "årsskiftet", "utgången", "slutet",
        "sista", "första", "femte",
    ]
    private static let numbers = [
        "2014", "2016", "2014-05-31", "2015-02", "15/3", "16", "3", "1:a", "0", "999999999999",
        "2014-2016", "2199", "31",
    ]
    private static let words = [
        "senast", "innan", "före", "efter", "under", "i", "den", "till", "och", "med", "från",
        "mellan", "vid", "av", "per", "varje", "vart", "tredje", "gånger", "minst", "inom",
        "månader", "årligen", "löpande", "tills", "vidare", "så", "snart", "som", "möjligt",
        "beslut", "antagen", "kommunstyrelsen", "KS", "barn-", "redovisas", "ska", "klart",
        "eller", "inte", "–", "/", ",", ".", ":", "(", ")", "%", "t.o.m.", "fr.o.m.", "kl", "läxor",
        "procent", "framåt", "ut", "tidig", "möte",
    ]

    private static let rules: [ReadingRules] = [
        .standard,
        ReadingRules(
            before: .included,
            seasons: SeasonBoundaries(spring: 2, summer: 6, autumn: 8, winter: 11)!),
        ReadingRules(seasons: SeasonBoundaries(spring: 4, summer: 5, autumn: 9, winter: 1)!),
    ]

    @Test("Every date lies in a year that is written or given", arguments: SeededGenerator.seeds(4))
    func derivable(seed: UInt64) {
        print("LIGGARE_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        let all = Self.timeWords + Self.numbers + Self.words + Self.words
        for _ in 0..<4_000 {
            let length = Int.random(in: 1...9, using: &generator)
            let parts = (0..<length).map { _ in all.randomElement(using: &generator)! }
            let phrase = parts.joined(separator: " ")
            let given: CalendarDate? = Bool.random(using: &generator) ? "2050-06-15" : nil
            let rules = Self.rules.randomElement(using: &generator)!
            guard let reading = readDeadline(phrase, given: given, by: rules) else { continue }
            let years = [reading.earliest, reading.latest].compactMap { $0?.yearMonthDay.year }
            let isWritten = parts.contains { ["20", "21"].contains($0.prefix(2)) }
            for year in years {
                // A year before, or one that a season or a mandate period runs into.
                let nearWritten =
                    isWritten && ((2013...2017).contains(year) || (2198...2200).contains(year))
                let nearGiven = given != nil && (2046...2060).contains(year)
                #expect(nearWritten || nearGiven, "\(phrase), LIGGARE_SEED=\(seed)")
            }
            let spans = reading.earliest.map { first in reading.latest.map { first <= $0 } ?? true }
            #expect(spans ?? true, "\(phrase), LIGGARE_SEED=\(seed)")
        }
    }

    @Test("No date without a digit or a word for time", arguments: SeededGenerator.seeds(4))
    func neverGuessed(seed: UInt64) {
        print("LIGGARE_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<4_000 {
            let length = Int.random(in: 1...9, using: &generator)
            let phrase = (0..<length).map { _ in Self.words.randomElement(using: &generator)! }
                .joined(separator: " ")
            let reading = readDeadline(phrase, given: "2014-06-15")
            #expect(reading?.earliest == nil, "\(phrase), LIGGARE_SEED=\(seed)")
            #expect(reading?.latest == nil, "\(phrase), LIGGARE_SEED=\(seed)")
        }
    }

    @Test(
        "Any bytes are read or not, and no date comes of them", arguments: SeededGenerator.seeds(2))
    func bytes(seed: UInt64) {
        print("LIGGARE_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<4_000 {
            let length = Int.random(in: 0...24, using: &generator)
            let bytes = (0..<length).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
            let text = String(decoding: bytes, as: UTF8.self)
            // "V3" may come of them, and is a week; a year in four digits does not.
            let reading = readDeadline(text)
            #expect(reading?.earliest == nil, "\(bytes), LIGGARE_SEED=\(seed)")
            #expect(reading?.latest == nil, "\(bytes), LIGGARE_SEED=\(seed)")
        }
    }

    @Test(
        "Eight times the text takes at most some eight times the time",
        arguments: [
            "senast ", "efter ", "maj, ", "maj-", "mellan maj och ", "inom tre ", "perioden ",
            "vid beslut ", "barn-, ", "till KS, ", "2014-", "2014 och ", "i slutet av ", "läxor ",
            "varje ", "ska ", "den ", "t.o.m. ", "(", "så snart ", "1 maj och ", "å",
        ])
    func linear(_ part: String) {
        let clock = ContinuousClock()
        func time(_ count: Int) -> Duration {
            let text = String(repeating: part, count: count)
            return clock.measure { _ = readDeadline(text, given: "2014-06-15") }
        }
        _ = time(100)
        let short = time(250)
        let long = time(2_000)
        #expect(long < short * 32 + .milliseconds(200))
    }
}
