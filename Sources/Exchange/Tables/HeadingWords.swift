/// The words that municipalities head the columns of their plans with.
///
/// A heading is recognised when each of its words is known, and all that name a column name the
/// same one: "Åtgärd/aktivitet", "Ansvarig nämnd". What follows a preposition tells of what the
/// column is, and not what it is: "Kommentar till åtgärd". So "Mål/åtgärd" and "Kostnad för åtgärd"
/// are not recognised, and the user says what they are.
enum HeadingWords {
    /// The column that a heading names, or nil.
    static func column(of heading: String) -> PlanTable.Column? {
        if heading == "#" { return .number }
        var words = words(of: heading)[...]
        if let column = phrases[words.joined(separator: " ")] { return column }
        if words.starts(with: ["beskrivning", "av"]) { words = words.dropFirst(2) }
        let leading = words.prefix { !prepositions.contains($0) }
        var found: Set<PlanTable.Column> = []
        for word in leading {
            if let column = names[word] {
                found.insert(column)
            } else if !qualifiers.contains(word) {
                return nil
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// In lower case, without what stands in parentheses, years and numbers. A word that a narrow
    /// column divides by a hyphen is one word.
    private static func words(of heading: String) -> [String] {
        withoutParentheses(heading).lowercased()
            .split(separator: "-\n").joined()
            .split { !$0.isLetter && !$0.isNumber }
            .filter { !$0.allSatisfy(\.isNumber) }
            .map(String.init)
    }

    private static func withoutParentheses(_ heading: String) -> String {
        var outside = ""
        var depth = 0
        for character in heading {
            switch character {
            case "(": depth += 1
            case ")": depth -= 1
            default:
                if depth == 0 { outside.append(character) }
            }
        }
        return outside.contains { $0.isLetter } ? outside : heading
    }

    /// Every form of every word, with its column.
    private static let names: [String: PlanTable.Column] = {
        var names: [String: PlanTable.Column] = [:]
        for (column, nouns) in nouns {
            for noun in nouns {
                for ending in endings { names[noun + ending] = column }
            }
        }
        for (column, words) in words {
            for word in words { names[word] = column }
        }
        return names
    }()

    /// Plural and definite forms, Swedish and English.
    private static let endings = [
        "", "n", "t", "r", "s", "en", "et", "er", "ar", "na", "erna", "arna",
    ]

    private static let nouns: [(PlanTable.Column, [String])] = [
        (.number, ["nummer", "löpnummer", "åtgärdsnummer", "aktivitetsnummer"]),
        (
            .title,
            [
                "åtgärd", "aktivitet", "insats", "uppdrag", "åtgärdsbeskrivning",
                "aktivitetsbeskrivning", "action", "measure",
            ]
        ),
        (
            .area,
            [
                "område", "insatsområde", "fokusområde", "målområde", "utvecklingsområde",
                "strategi", "delstrategi", "area",
            ]
        ),
        (
            .goal,
            [
                "mål", "delmål", "effektmål", "inriktningsmål", "resultatmål", "målsättning",
                "goal", "objective",
            ]
        ),
        (.responsible, ["ansvar", "ägare", "owner"]),
        (
            .deadline,
            ["tidplan", "tidsplan", "tidsram", "slutdatum", "sluttid", "deadline"]
        ),
        (.status, ["status", "läge", "nuläge", "statusuppdatering", "lägesbeskrivning"]),
        (.indicator, ["indikator", "nyckeltal", "mått", "indicator"]),
        (.partner, ["samverkanspart", "samarbetspart", "samarbetspartner", "partner"]),
        (.comment, ["kommentar", "anmärkning", "notering", "anteckning", "comment", "remark"]),
    ]

    /// Words too short to inflect, and those that have forms of their own.
    private static let words: [(PlanTable.Column, [String])] = [
        (
            .number,
            ["nr", "id", "no", "number", "löpnr", "åtgärdsnr", "åtgärdsid", "aktivitetsnr"]
        ),
        (.title, ["activity", "activities"]),
        (
            .responsible,
            [
                "ansvarig", "ansvariga", "ansvarige", "ansvarar", "huvudansvar", "huvudansvarig",
                "huvudansvariga", "responsible",
            ]
        ),
        (.deadline, ["tid", "när", "klart", "färdigt", "due"]),
        (.partner, ["samverkan", "samarbete"]),
        (.indicator, ["kpi"]),
    ]

    /// Headings that their words alone do not tell.
    private static let phrases: [String: PlanTable.Column] = [
        "vad": .title,
        "vad ska göras": .title,
        "vad skall göras": .title,
        "vad ska vi göra": .title,
        "vad görs": .title,
        "åtgärd nr": .number,
        "åtgärd nummer": .number,
        "åtgärd id": .number,
        "åtgärds nr": .number,
        "åtgärds id": .number,
        "vem": .responsible,
        "vem gör": .responsible,
        "vem ansvarar": .responsible,
        "vem är ansvarig": .responsible,
        "klar senast": .deadline,
        "när ska det vara klart": .deadline,
    ]

    /// Words that leave a column what it is.
    private static let qualifiers: Set<String> = [
        "prioriterad", "prioriterat", "prioriterade", "övergripande", "strategisk", "strategiskt",
        "strategiska", "planerad", "planerat", "planerade", "beslutad", "beslutade", "föreslagen",
        "föreslagna", "konkret", "konkreta", "aktuell", "aktuellt", "aktuella", "nämnd", "nämnden",
        "nämnder", "förvaltning", "förvaltningen", "förvaltningar", "enhet", "funktion", "person",
        "roll", "organisation", "bolag", "datum", "senast", "och", "eller", "samt", "ska", "vara",
        "extern", "externa", "intern", "interna", "focus", "priority", "date", "planned", "party",
    ]

    private static let prepositions: Set<String> = [
        "av", "för", "till", "i", "på", "om", "med", "från", "per", "vid", "enligt", "efter",
        "under", "of", "for", "to", "on", "in", "by", "with",
    ]
}
