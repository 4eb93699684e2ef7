import Handlingsplan
import TestSupport
import Testing

@Suite("Deadlines that stay words")
struct UnreadDeadlineTests {
    @Test("No day without a year that is written", arguments: yearless)
    func noYear(_ phrase: String) { #expect(readDeadline(phrase) == nil) }

    static let yearless = [
        "senast den 16 mars", "per den 31 augusti", "per den sista augusti", "innan jul",
        "i april och september", "i maj varje år", "under året", "i maj 14", "senast 14-05-31",
    ]

    @Test("No day from what is coarser than a month", arguments: coarse)
    func tooCoarse(_ phrase: String) { #expect(readDeadline(phrase) == nil) }

    static let coarse = [
        "våren 2022", "senhösten 2020", "under tidig höst 2023", "senast 2025", "innan 2020",
        "under 2018 och framåt", "före utgången av 2010", "perioden 2025–2026", "maj 2014",
        "under januari och februari 2016", "första kvartalet 2014", "2014",
    ]

    @Test("No day from a rhythm, a relation or a wish", arguments: rhythms)
    func rhythm(_ phrase: String) { #expect(readDeadline(phrase) == nil) }

    static let rhythms = [
        "löpande", "årligen", "en gång per tertial", "vart tredje år", "varje mandatperiod",
        "inom tre månader", "inom 24 månader från beslutet", "så snart det går", "vid behov",
        "tills vidare", "när den nya planen är antagen", "tidigast efter valet",
    ]

    @Test("A phrase is read whole or not at all", arguments: partly)
    func whole(_ phrase: String) { #expect(readDeadline(phrase) == nil) }

    static let partly = [
        "innan juni 2014 eller senare", "från 1 juli 2022", "inte innan juni 2014",
        "är inte klart innan juni 2014", "redovisas till fullmäktige i oktober 2012",
        "senast den 16 mars 2014 eller 2015", "gäller till och med: 2024-12-31",
        "senast den maj 2014", "den den 16 mars 2014", "under 2014-05-31", "i den 16 mars 2014",
        "senast innan juni 2014", "(innan juni 2014)", "innan juni 2014?",
    ]

    @Test("No day that the calendar does not have", arguments: notInCalendar)
    func impossible(_ phrase: String) { #expect(readDeadline(phrase) == nil) }

    static let notInCalendar = [
        "31 februari 2014", "senast den 29 februari 2015", "senast 2015-02-29", "0 maj 2014",
        "senast 32 maj 2014", "senast 031 maj 2014", "i trettonde 2014", "i juni 20144",
        "i juni 1066", "i juni +014", "senast ２０１４-05-31", "innan 0001-01-01",
        "senast 16:x mars 2014",
    ]

    @Test(
        "No day from nothing",
        arguments: ["", " ", ".", "klart", "Ska vara klart.", "innan", "den"])
    func nothing(_ phrase: String) { #expect(readDeadline(phrase) == nil) }

    @Test("No phrase without a year in four digits has a day", arguments: SeededGenerator.seeds(4))
    func neverGuessed(seed: UInt64) {
        print("LIGGARE_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        let words = [
            "klart", "ska", "vara", "innan", "före", "senast", "under", "i", "den", "16", "31:a",
            "1", "mars", "maj", "december", "2014", "14", "201", "20145", "2014-05-31", "eller",
            ".",
            "våren", "05-31", "år", "2014:e",
        ]
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...6, using: &generator)
            let phrase = (0..<length).map { _ in words.randomElement(using: &generator)! }
            let hasYear = phrase.contains { $0 == "2014" || $0 == "2014-05-31" }
            let reading = readDeadline(phrase.joined(separator: " "))
            #expect(hasYear || reading == nil, "\(phrase), LIGGARE_SEED=\(seed)")
        }
    }
}
