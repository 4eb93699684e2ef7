/// The words beside a time, a rhythm or a relation: those that may stand there, because they only
/// say what is done, and those that may not, because they change what is meant.
enum NeutralWords {
    /// True of a word that says what is done, or to what.
    static func isNeutral(_ word: String) -> Bool {
        guard !changeMeaning.contains(word), !pastDecisions.contains(word),
            !Lexicon.namesTime(word)
        else { return false }
        return isDoing(word) || small.contains(word) || labels.contains(word) || isThing(word)
    }

    /// True of verbs, and of what is said of a thing that is done.
    static func isDoing(_ word: String) -> Bool {
        guard !changeMeaning.contains(word) else { return false }
        return isVerb(word) || states.contains(word)
            || doneEndings.contains { word.count > 5 && word.hasSuffix($0) }
    }

    /// True of the verbs of a sentence; what stands before them is what they are about.
    static func isVerb(_ word: String) -> Bool {
        verbs.contains(word) || (word.count > 4 && word.hasSuffix("as"))
    }

    private static func isThing(_ word: String) -> Bool {
        thingEndings.contains { word.count >= $0.count && word.hasSuffix($0) }
    }

    private static let verbs: Set<String> = [
        "ska", "skall", "kommer", "bör", "måste", "är", "blir", "bli", "vara", "blev", "gäller",
        "gälla", "sker", "ske", "görs", "göra", "gör", "genomförs", "genomföra", "genomför",
        "införs", "införa", "tas", "ta", "ses", "se", "utreds", "utreda", "utför", "utförs",
        "slutförs", "slutföra", "fullföljs", "fullfölja", "upprättar", "upprätta", "redovisa",
        "redovisar", "rapportera", "rapporterar", "återrapportera", "revidera", "reviderar",
        "uppdatera", "uppdaterar", "följa", "följer", "följs", "påbörja", "påbörjar", "starta",
        "startar", "börja", "börjar", "inleda", "inleder", "inleds", "avsluta", "avslutar",
        "fortgå", "fortgår", "fortsätta", "fortsätter", "pågå", "pågår", "planera", "planerar",
        "bedöms", "beräknas", "kan", "ha", "har", "hålls", "hålla", "byggs", "bygga", "lämna",
        "lämnar", "läggs", "presentera", "nås", "uppnås", "träder", "löper", "behandla", "anta",
        "utgå", "skickas", "erbjuds", "erbjuda", "öppnar", "minska", "minskar", "öka", "ökar",
    ]

    private static let states: Set<String> = [
        "klar", "klart", "klara", "färdig", "färdigt", "färdiga", "genomförd", "genomfört",
        "genomförda", "slutförd", "slutfört", "slutförda", "giltig", "giltigt", "giltiga",
        "pågående", "införd", "infört", "införda", "påbörjad",
        "uppföljd", "utredd", "utrett", "byggd", "byggt", "fullföljd",
    ]

    private static let doneEndings = ["ad", "at", "ade"]

    private static let small: Set<String> = [
        "och", "samt", "att", "ut", "upp", "över", "fram", "in", "igång", "av", "med", "som", "det",
        "detta", "denna", "dessa", "en", "ett", "ny", "nya", "nytt", "de", "alla", "samtliga",
    ]

    private static let labels: Set<String> = [
        "giltighetstid", "giltighet", "tidplan", "tidsplan", "tid", "tidpunkt", "tidsgräns",
        "deadline", "slutdatum", "startdatum", "datum", "start", "slut",
    ]

    /// Work and its papers: what is done as a noun, and what a plan is made of.
    private static let thingEndings = [
        "ning", "ningen", "ningar", "ningarna", "ering", "eringen", "eringar", "ande", "andet",
        "plan", "planen", "planer", "planerna", "program", "programmet", "policy", "policyn",
        "strategi", "strategin", "rapport", "rapporten", "rapporter", "riktlinjer", "riktlinjerna",
        "åtgärd", "åtgärden", "åtgärder", "åtgärderna", "arbete", "arbetet", "insats", "insatsen",
        "insatser", "insatserna", "projekt", "projektet", "översyn", "översynen", "underlag",
        "aktivitet", "aktiviteten", "aktiviteter", "resultat", "resultatet", "mål", "målet",
        "målen",
    ]

    /// What has been decided: the day after such a word is of the decision, and no deadline,
    /// unless it says what is still to be: "ska vara antagen senast 2015".
    static let pastDecisions: Set<String> = [
        "antagen", "antaget", "antagna", "beslutad", "beslutat", "beslutade", "fastställd",
        "fastställt", "fastställda", "reviderad", "reviderat", "reviderade", "uppdaterad",
        "uppdaterat", "uppdaterade",
    ]

    /// Words that tie a time to something, which no rule understood if they are left over.
    static let relate: Set<String> = [
        "innan", "före", "efter", "inför", "sedan", "tills", "när", "enligt",
    ]

    /// Words after which nothing is what it seems: negations, alternatives, hedges, conditions
    /// and bounds that no rule took.
    static let changeMeaning: Set<String> = [
        "inte", "ej", "icke", "aldrig", "inga", "ingen", "inget", "utan", "varken", "knappast",
        "eller", "alternativt", "alt", "antingen", "resp", "annars", "annat", "annan",
        "cirka", "ca", "ungefär", "omkring", "kring", "runt", "kanske", "eventuellt", "ev",
        "troligen", "troligtvis", "sannolikt", "förhoppningsvis", "preliminärt", "preliminär",
        "prel", "möjligen", "möjligtvis", "helst", "normalt", "vanligtvis", "uppskattningsvis",
        "om", "ifall", "såvida", "förutsatt", "förutsättning", "beroende", "oberoende", "undantag",
        "undantaget", "förutom", "utom", "men", "dock", "oavsett",
        "tidigare", "senare", "tidigast", "senast", "snart", "högst", "max", "maximalt", "minst",
        "åtminstone", "mer", "mindre", "flera", "fler", "några", "förra", "föregående",
        "motsvarande", "samma", "närmaste", "okänt", "oklart", "obestämd", "obestämt", "avvaktas",
        "halva", "hälften", "delvis",
        "försenat", "försenad", "uppskjutet", "uppskjuten", "skjuts", "flyttas", "flyttad",
        "flyttat", "framflyttas", "framflyttad", "framflyttat", "senareläggs", "senarelagd",
        "senarelagt", "ändras", "ändrad", "ändrat", "inställd", "inställt", "avbruten", "avbrutet",
    ]
}

extension Token {
    /// True of the verbs of a sentence.
    var isVerb: Bool {
        guard case .word(let word) = kind else { return false }
        return NeutralWords.isVerb(word)
    }
}
