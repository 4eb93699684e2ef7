/// How events are introduced, and how words for what happens are recognised.
enum EventWords {
    struct Lead {
        let words: [String]
        let mode: DeadlineReading.Mode
        var isUntil = false
    }

    static let leadsByFirstWord = Dictionary(grouping: leads) { $0.words[0] }

    /// In the order in which they are tried: what begins like another and is longer comes first.
    private static let leads: [Lead] = [
        Lead(words: ["tidigast", "efter"], mode: .from),
        Lead(words: ["tidigast", "i", "samband", "med"], mode: .from),
        Lead(words: ["efter"], mode: .from),
        Lead(words: ["när"], mode: .from),
        Lead(words: ["före"], mode: .before),
        Lead(words: ["innan"], mode: .before),
        Lead(words: ["inför"], mode: .before),
        Lead(words: ["senast", "i", "samband", "med"], mode: .by),
        Lead(words: ["senast", "vid"], mode: .by),
        Lead(words: ["i", "samband", "med"], mode: .during),
        Lead(words: ["i", "anslutning", "till"], mode: .during),
        Lead(words: ["vid"], mode: .during),
        Lead(words: ["fram", "till", "dess", "att"], mode: .by, isUntil: true),
        Lead(words: ["fram", "till"], mode: .by, isUntil: true),
        Lead(words: ["till", "dess", "att"], mode: .by, isUntil: true),
        Lead(words: ["tills"], mode: .by, isUntil: true),
    ]

    /// Longer clauses are not read: they tell more than when.
    static let mostWords = 16

    /// True of meetings and reports, which recur and have names.
    static func isOccasion(_ word: String) -> Bool {
        occasions.contains { word.hasInflectedSuffix($0) }
    }

    static func isEvent(_ word: String) -> Bool {
        isOccasion(word) || nouns.contains { word.hasInflectedSuffix($0) }
            || deverbal.contains { word.hasInflectedSuffix($0) }
            || done.contains { word.count > $0.count + 2 && word.hasSuffix($0) }
            || doneWords.contains(word)
    }

    private static let occasions = [
        "sammanträde", "möte", "årsredovisning", "delårsrapport", "rapport", "bokslut", "budget",
        "uppföljning", "verksamhetsberättelse", "årsstämma",
    ]

    private static let nouns = [
        "beslut", "val", "start", "slut", "behov", "flytt", "invigning", "avslut",
        "semester", "upphandling", "byggstart", "etapp",
    ]

    /// What is done, as a noun: "revidering", "genomförande".
    private static let deverbal = ["ning", "ring", "ande", "ende"]

    /// What is done, as a participle: "beslutad", "fastställts".
    private static let done = ["ad", "at", "ade", "ats", "ställd", "ställt", "ställts"]

    private static let doneWords: Set<String> = [
        "antagen", "antaget", "antagits", "klar", "klart", "klara", "färdig", "färdigt", "öppnar",
        "upphör", "gått", "börjar", "börjat", "slutar",
    ]
}

extension String {
    /// True where the word ends with the noun, in whatever form it has.
    fileprivate func hasInflectedSuffix(_ noun: String) -> Bool {
        let endings = ["", "s", "n", "en", "et", "t", "ar", "er", "arna", "erna", "n", "na"]
        let stem = last == "s" ? String(dropLast()) : self
        return endings.contains { stem.hasSuffix(noun + $0) } || hasSuffix(noun)
    }
}
