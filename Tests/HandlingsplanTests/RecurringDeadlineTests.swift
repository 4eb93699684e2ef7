import Handlingsplan
import Testing

@Suite("Deadlines that return")
struct RecurringDeadlineTests {
    @Test("A rhythm", arguments: rhythms)
    func readsRhythms(_ example: DeadlineExample) { example.check() }

    static let rhythms: [DeadlineExample] = [
        DeadlineExample("årligen", .during, every: .year),
        DeadlineExample("varje år", .during, every: .year),
        DeadlineExample("följs upp en gång om året", .during, every: .year),
        DeadlineExample("1 gång/år", .during, every: .year),
        DeadlineExample("en gång per tertial", .during, every: .tertial),
        DeadlineExample("tertialvis", .during, every: .tertial),
        DeadlineExample("kvartalsvis uppföljning", .during, every: .quarter),
        DeadlineExample("varje halvår", .during, every: .halfYear),
        DeadlineExample("månadsvis", .during, every: .month),
        DeadlineExample("varannan månad", .during, every: .every(2, .month)),
        DeadlineExample("vartannat år", .during, every: .every(2, .year)),
        DeadlineExample("var 3:e månad", .during, every: .every(3, .month)),
        DeadlineExample("var 1000:e månad", .during, every: .every(1000, .month)),
        DeadlineExample("vart femte år", .during, every: .every(5, .year)),
        DeadlineExample("revideras varje mandatperiod", .during, every: .mandatePeriod),
        DeadlineExample("inför varje mandatperiod", .before, every: .mandatePeriod),
        DeadlineExample("vid varje sammanträde", .during, every: .meeting),
        DeadlineExample("varje nämndmöte", .during, every: .meeting),
        DeadlineExample("varje år (en gång per år)", .during, every: .year),
    ]

    @Test("So many times in something, evenly", arguments: times)
    func readsTimes(_ example: DeadlineExample) { example.check() }

    static let times: [DeadlineExample] = [
        DeadlineExample("två gånger per år", .during, every: .halfYear, assuming: .evenlySpread),
        DeadlineExample("3 ggr/år", .during, every: .tertial, assuming: .evenlySpread),
        DeadlineExample("fyra gånger om året", .during, every: .quarter, assuming: .evenlySpread),
        DeadlineExample(
            "sex gånger per år", .during, every: .every(2, .month), assuming: .evenlySpread),
        DeadlineExample(
            "minst två gånger per år", .during, every: .halfYear, assuming: .evenlySpread,
            .atLeastThisOften),
        DeadlineExample(
            "minst vart fjärde år", .during, every: .every(4, .year), assuming: .atLeastThisOften),
        DeadlineExample(
            "två gånger per mandatperiod", .during, every: .every(2, .year),
            assuming: .evenlySpread),
    ]

    @Test("On certain days of the year", arguments: occasions)
    func readsOccasions(_ example: DeadlineExample) { example.check() }

    static let occasions: [DeadlineExample] = [
        DeadlineExample("senast den 28 februari varje år", .by, .day, every: .year(on: "02-28")),
        DeadlineExample("senast sista februari varje år", .by, .day, every: .year(on: "02-28")),
        DeadlineExample("senast 29 februari varje år", .by, .day, every: .year(on: "02-29")),
        DeadlineExample("årligen senast 1 mars", .by, .day, every: .year(on: "03-01")),
        DeadlineExample(
            "varje år före den 1 mars", .before, .day, every: .year(on: "03-01"),
            assuming: .beforeStrictly),
        DeadlineExample(
            "i mars och oktober varje år", .during, .months, every: .year(on: "03", "10")),
        DeadlineExample(
            "årligen i maj", given: "2014-06-01", .during, .month, every: .year(on: "05")),
        DeadlineExample("varje september", .during, .month, every: .year(on: "09")),
        DeadlineExample(
            "varje höst", .during, .season, every: .year(on: "09/11"), assuming: .seasonBoundaries),
        DeadlineExample(
            "varje vinter", .during, .season, every: .year(on: "12/02"),
            assuming: .seasonBoundaries),
        DeadlineExample(
            "den 1 mars och den 1 september varje år", .during, .day,
            every: .year(on: "03-01", "09-01")),
        DeadlineExample(
            "mellan 1 mars och 15 april varje år", .between, .day,
            every: .year(on: "03-01/04-15")),
        DeadlineExample(
            "vartannat år i april", .during, .month,
            every: Recurrence(every: .year, interval: 2, on: ["04"])),
        DeadlineExample(
            "andra kvartalet varje år", .during, .quarter, every: .year(on: "04/06")),
        DeadlineExample(
            "i maj varje år under 2015–2018", .during, .month, from: "2015-01-01",
            to: "2018-12-31", every: .year(on: "05")),
    ]

    @Test("An occasion is read from its text, and from nothing else")
    func occasionTexts() {
        for text in ["02-29", "04", "09/11", "03-01/04-15", "12/02"] {
            #expect(Occasion(text)?.description == text)
        }
        for text in [
            "", "/", "13", "00", "4", "02-30", "04/", "04/05-01", "04/05/06", "+4", "04-1",
        ] {
            #expect(Occasion(text) == nil)
        }
    }

    @Test("Between two ends, or until something", arguments: bounds)
    func readsBounds(_ example: DeadlineExample) { example.check() }

    static let bounds: [DeadlineExample] = [
        DeadlineExample(
            "årligen 2015–2018", .during, .period, from: "2015-01-01", to: "2018-12-31",
            every: .year),
        DeadlineExample(
            "kvartalsvis under 2016", .during, .year, from: "2016-01-01", to: "2016-12-31",
            every: .quarter),
        DeadlineExample("varje år från 2015", .from, .year, from: "2015-01-01", every: .year),
        DeadlineExample(
            "varje år från 1 juli 2015", .from, .day, from: "2015-07-01", every: .year),
        DeadlineExample(
            "årligen till och med 2018", .by, .year, to: "2018-12-31",
            every: Recurrence(every: .year, until: "till och med 2018")),
        DeadlineExample(
            "Årligen, fram till nästa plan är antagen", .during,
            every: Recurrence(every: .year, until: "fram till nästa plan är antagen")),
        DeadlineExample(
            "redovisas per tertial till KS, till dess att arbetet är slutfört och avslutat",
            .during,
            every: Recurrence(
                every: .tertial, until: "till dess att arbetet är slutfört och avslutat"),
            receiver: "KS"),
    ]

    @Test("What never ends has no rhythm", arguments: ongoing)
    func readsOngoing(_ example: DeadlineExample) { example.check() }

    static let ongoing: [DeadlineExample] = [
        DeadlineExample("löpande", .ongoing),
        DeadlineExample("Kontinuerligt.", .ongoing),
        DeadlineExample("genomförs fortlöpande", .ongoing),
        DeadlineExample("ständigt pågående", .ongoing),
        DeadlineExample(
            "löpande under 2015", .ongoing, .year, from: "2015-01-01", to: "2015-12-31"),
        DeadlineExample("löpande från 2015", .ongoing, .year, from: "2015-01-01"),
        DeadlineExample("löpande, redovisas årligen", .ongoing, every: .year),
        DeadlineExample("gäller tills vidare", .ongoing, relation: "tills vidare"),
        DeadlineExample(
            "från 1 juli 2015 och tills vidare", .from, .day, from: "2015-07-01",
            relation: "tills vidare"),
    ]
}
