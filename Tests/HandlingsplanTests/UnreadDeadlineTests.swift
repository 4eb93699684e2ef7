import Handlingsplan
import Testing

@Suite("Deadlines that stay words")
struct UnreadDeadlineTests {
    @Test("What changes the meaning leaves it open", arguments: changed)
    func keepsChanged(_ phrase: String) { check(phrase) }

    static let changed = [
        "innan juni 2014 eller senare", "inte innan juni 2014", "är inte klart innan juni 2014",
        "senast den 16 mars 2014 eller 2015", "cirka maj 2014", "ca 2015", "kring maj 2014",
        "kanske i maj 2015", "Läxhjälp startas kanske i maj 2015", "preliminärt hösten 2015",
        "i maj 2015, dock tidigast efter valet", "dock senast 2015", "om möjligt under 2015",
        "under förutsättning att medel finns, 2015", "senast 2015 om pengarna räcker",
        "om planen antas i maj 2015", "antingen 2015 eller 2016", "maj/juni 2015",
        "mer än vart tredje år",
        "högst vart tredje år", "inga åtgärder genomförs under 2015", "delvis under 2015",
        "innan juni 2014?", "halva 2015", "något år efter 2015", "senare än maj 2015",
        "tidigare än 2015", "utan uppföljning 2015", "försenat från 2014",
    ]

    @Test("What belongs to the thing and not to what is done", arguments: attributes)
    func keepsAttributes(_ phrase: String) { check(phrase) }

    static let attributes = [
        "Planen från 2014 ska revideras", "Planen från 2014 ska revideras senast 2016",
        "Läxhjälp som startade 2014 ska utökas", "Agenda 2030 ska genomföras under 2015",
        "Enligt beslut i maj 2013 ska planen revideras", "Arbetet under 2015 ska följas upp",
        "Handlingsplan 2015-2018 revideras årligen", "revidering av planen från 2014, senast 2016",
        "Barn under 18 år ska få plats senast 2015", "Hälften ska vara klart senast 2015",
        "senast 2015 (ändrat från 2014)", "framflyttat från maj 2015 till maj 2016",
        "senast 2015, tidigast 2014", "Uppföljning av plan för 2014 senast mars 2015",
    ]

    @Test("Two times that are not the ends of one", arguments: contradictory)
    func keepsContradictory(_ phrase: String) { check(phrase) }

    static let contradictory = [
        "i mars 2015, i maj 2016", "senast maj 2015, senast juni 2015",
        "påbörjas under 2015 och slutförs under 2016", "senast april och september 2015",
        "den 1 mars och 1 juni 2015", "november–mars 2015", "maj 2015 – mars 2015",
        "från 2016 till 2015", "tidigast maj 2016, senast mars 2016", "årligen i maj 2015",
        "varje år senast 2015-05-01", "månadsvis och årligen", "löpande senast maj 2015",
        "efter beslut i maj 2015", "inom tre månader från den 1 maj 2015",
        "senast innan juni 2014", "kvartalsvis i maj", "mars 2015 och september 2016",
    ]

    @Test("No day that the calendar does not have", arguments: notInCalendar)
    func keepsNotInCalendar(_ phrase: String) { check(phrase) }

    static let notInCalendar = [
        "31 februari 2014", "31 februari", "31 april varje år", "1–99 mars varje år",
        "senast den 29 februari 2015", "senast 2015-02-29",
        "0 maj 2014", "senast 32 maj 2014", "senast 031 maj 2014", "i trettonde 2014",
        "i juni 20144", "i juni 1066", "i juni +014", "senast ２０１４-05-31", "innan 0001-01-01",
        "senast 16:x mars 2014", "kvartal 5 2015", "tertial 4 2015", "tredje halvåret 2015",
        "vecka 53 2014", "vecka 54", "vecka 0 2015", "31/2 2015", "2015-13", "2015-00-01",
        "mandatperioden 2016-2019", "mandatperioden 2019", "årsskiftet 2015/2017",
    ]

    @Test("No date that can be read in two ways", arguments: ambiguous)
    func keepsAmbiguous(_ phrase: String) { check(phrase) }

    static let ambiguous = [
        "senast 14-05-31", "i maj 14", "2011-12", "2014-16", "14/15", "årsskiftet 2015",
        "läsåret 2014/2015", "höstterminen 2015", "budget 2015",
        "uppföljning 2015", "handlingsplan 2015-2018", "mål för 2015",
        "i början av tertial 1 2015", "kvartal 1-2 2015", "v. 12-14 2015", "sommaren 15",
        "senast den maj 2014", "den 15 varje månad", "1.3.2015",
    ]

    @Test("No time from a wish, a measure, a place or a decision that was made", arguments: vague)
    func keepsVague(_ phrase: String) { check(phrase) }

    static let vague = [
        "snart", "när det finns pengar", "på sikt", "inom några år", "om ett par år",
        "inom en snar framtid", "vid tillfälle", "på skolan", "i kommunens lokaler",
        "efter hand", "efter förmåga", "flera år", "under lång tid", "innan jul", "10 procent",
        "åtgärd 3", "dnr 2015/123", "3 tjänster senast hösten", "varje vecka", "dagligen",
        "var 1001:e månad",
        "vid månadsskiftet", "antagen 2015-05-01", "Planen antagen 2015-05-01 ska följas upp",
        "senast reviderad 2015-05-01", "pågår", "pågående", "klart", "året", "år", "månad",
    ]

    @Test(
        "Nothing from nothing",
        arguments: ["", " ", ".", "Ska vara klart.", "innan", "den", "senast", "–", "2", "/", "\0"])
    func keepsNothing(_ phrase: String) { check(phrase) }

    private func check(_ phrase: String) {
        #expect(readDeadline(phrase) == nil)
        #expect(readDeadline(phrase, given: "2014-06-01") == nil)
    }
}
