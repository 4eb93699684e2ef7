import Handlingsplan
import Testing

@Suite("Deadlines that hang on something else")
struct RelatedDeadlineTests {
    @Test("Within a time, as soon as possible", arguments: within)
    func readsWithin(_ example: DeadlineExample) { example.check() }

    static let within: [DeadlineExample] = [
        DeadlineExample("inom 6 veckor", .by, relation: "inom 6 veckor"),
        DeadlineExample("inom ett år", .by, relation: "inom ett år"),
        DeadlineExample("ska erbjudas inom två månader", .by, relation: "inom två månader"),
        DeadlineExample(
            "Inom tre månader från beslutet.", .by, relation: "Inom tre månader från beslutet"),
        DeadlineExample(
            "senast två veckor efter mötet", .by, relation: "senast två veckor efter mötet"),
        DeadlineExample("inom tjugofyra månader", .by, relation: "inom tjugofyra månader"),
        DeadlineExample("så snart som möjligt", .by, relation: "så snart som möjligt"),
        DeadlineExample("så fort det går", .by, relation: "så fort det går"),
        DeadlineExample("genomförs snarast möjligt", .by, relation: "snarast möjligt"),
        DeadlineExample("omgående", .by, relation: "omgående"),
        DeadlineExample(
            "så snart planen är antagen", .by, relation: "så snart planen är antagen"),
        DeadlineExample(
            "så snart som möjligt, senast i maj 2015", .by, .month, to: "2015-05-31",
            relation: "så snart som möjligt"),
    ]

    @Test("After, before, with and until an event", arguments: events)
    func readsEvents(_ example: DeadlineExample) { example.check() }

    static let events: [DeadlineExample] = [
        DeadlineExample("efter valet", .from, relation: "efter valet"),
        DeadlineExample("efter valet 2018", .from, relation: "efter valet 2018"),
        DeadlineExample(
            "tidigast efter skolans ombyggnad och invigning", .from,
            relation: "tidigast efter skolans ombyggnad och invigning"),
        DeadlineExample(
            "när översiktsplanen har beslutats", .from,
            relation: "när översiktsplanen har beslutats"),
        DeadlineExample("innan byggstart", .before, relation: "innan byggstart"),
        DeadlineExample(
            "inför budgetarbetets start", .before, relation: "inför budgetarbetets start"),
        DeadlineExample("vid behov", .during, relation: "vid behov"),
        DeadlineExample(
            "i samband med upphandlingen", .during, relation: "i samband med upphandlingen"),
        DeadlineExample("vid läsårets slut", .during, relation: "vid läsårets slut"),
        DeadlineExample(
            "gäller tills ny policy är antagen", .by, relation: "tills ny policy är antagen"),
        DeadlineExample(
            "senast vid anställningens början och start", .by,
            relation: "senast vid anställningens början och start"),
    ]

    @Test("At a meeting, with a report", arguments: occasions)
    func readsOccasions(_ example: DeadlineExample) { example.check() }

    static let occasions: [DeadlineExample] = [
        DeadlineExample("i årsredovisningen", .during, relation: "i årsredovisningen"),
        DeadlineExample(
            "redovisas i kommande delårsrapport", .during, relation: "i kommande delårsrapport"),
        DeadlineExample(
            "i årsredovisningen för 2015", .during, relation: "i årsredovisningen för 2015"),
        DeadlineExample("med bokslutet 2015", .during, relation: "med bokslutet 2015"),
        DeadlineExample(
            "vid kommunstyrelsens sammanträde i maj 2015", .during, .month, from: "2015-05-01",
            to: "2015-05-31", relation: "vid kommunstyrelsens sammanträde"),
        DeadlineExample(
            "till kommunfullmäktiges sammanträde i juni 2015", .during, .month,
            from: "2015-06-01", to: "2015-06-30",
            relation: "till kommunfullmäktiges sammanträde"),
        DeadlineExample(
            "behandlas i kommunfullmäktige i maj 2015", .during, .month, from: "2015-05-01",
            to: "2015-05-31", relation: "i kommunfullmäktige"),
        DeadlineExample(
            "vid behov och minst vart tredje år", .during,
            every: .every(3, .year), relation: "vid behov", assuming: .atLeastThisOften),
    ]

    @Test("The receiver", arguments: receivers)
    func readsReceivers(_ example: DeadlineExample) { example.check() }

    static let receivers: [DeadlineExample] = [
        DeadlineExample(
            "redovisas till socialnämnden senast i juni 2015", .by, .month, to: "2015-06-30",
            receiver: "socialnämnden"),
        DeadlineExample(
            "Redovisas till KS senast 1 juni 2015", .by, .day, to: "2015-06-01", receiver: "KS"),
        DeadlineExample(
            "rapporteras till Barn- och utbildningsnämnden två gånger per år", .during,
            every: .halfYear, receiver: "Barn- och utbildningsnämnden", assuming: .evenlySpread),
        DeadlineExample(
            "återrapporteras till kommunstyrelsens arbetsutskott i maj 2015", .during, .month,
            from: "2015-05-01", to: "2015-05-31", receiver: "kommunstyrelsens arbetsutskott"),
        DeadlineExample(
            "senast 2015 till kommunstyrelsen och kommunfullmäktige", .by, .year,
            to: "2015-12-31", receiver: "kommunstyrelsen och kommunfullmäktige"),
        DeadlineExample(
            "Kommunstyrelsen redovisar för kommunfullmäktige årligen", .during, every: .year,
            receiver: "kommunfullmäktige"),
        DeadlineExample("ska redovisas av rektor senast 2015-06-01", .by, .day, to: "2015-06-01"),
    ]

    @Test("What is done, and by whom, does not stand in the way", arguments: surroundings)
    func readsSurroundings(_ example: DeadlineExample) { example.check() }

    static let surroundings: [DeadlineExample] = [
        DeadlineExample(
            "Läxhjälp startas i maj 2015", .during, .month, from: "2015-05-01", to: "2015-05-31"),
        DeadlineExample(
            "Under 2015 ska lekplatsen på torget byggas", .during, .year, from: "2015-01-01",
            to: "2015-12-31"),
        DeadlineExample("utbildning av personal ska ske senast 2015", .by, .year, to: "2015-12-31"),
        DeadlineExample(
            "beräknas vara genomfört i sin helhet senast 2016", .by, .year, to: "2016-12-31"),
        DeadlineExample(
            "att senast 2015 redovisa arbetet", .by, .year, to: "2015-12-31"),
        DeadlineExample(
            "Nämnden ska under 2015 genomföra utbildningar", .during, .year, from: "2015-01-01",
            to: "2015-12-31"),
        DeadlineExample("ska vara antagen senast 2015", .by, .year, to: "2015-12-31"),
        DeadlineExample("Tidplan: senast december 2015", .by, .month, to: "2015-12-31"),
        DeadlineExample("(senast juni 2014)", .by, .month, to: "2014-06-30"),
        DeadlineExample(
            "minska med 20 % till 2020", .by, .year, to: "2020-12-31", assuming: .endIncluded),
        DeadlineExample("  SENAST\tDEN 16\u{A0}MARS\n2014 !", .by, .day, to: "2014-03-16"),
        DeadlineExample(
            "fo\u{308}re mars 2015", .before, .month, to: "2015-02-28", assuming: .beforeStrictly),
    ]
}
