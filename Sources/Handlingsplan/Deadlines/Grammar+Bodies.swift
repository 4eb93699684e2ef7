// Who a result goes to, and who does what is done: committees, boards, officers.

extension Phrase {
    /// `till kommunstyrelsen`, `för KF`: the body, as it is written.
    mutating func receiver() -> String? {
        attempt { phrase in
            guard phrase.take(oneOf: ["till", "för", "inför"]) else { return nil }
            return phrase.body()
        }
    }

    /// `av kommunstyrelsen`, or the body alone: it does the work, which says nothing of when.
    mutating func takeActor() -> Bool {
        takeWhole { phrase in
            _ = phrase.take("av")
            return phrase.body() != nil
        }
    }

    /// `barn- och utbildningsnämnden`, `kommunstyrelsen och kommunfullmäktige`, as written.
    mutating func body() -> String? {
        attempt { phrase in
            let start = phrase.place
            guard phrase.takeOneBody() else { return nil }
            while phrase.takeAnotherBody() {}
            return phrase.text(from: start)
        }
    }

    private mutating func takeAnotherBody() -> Bool {
        takeWhole { phrase in
            guard phrase.take("och") || phrase.take("samt") || phrase.take(.mark(",")),
                phrase.takeOneBody()
            else { return false }
            return true
        }
    }

    private mutating func takeOneBody() -> Bool {
        takeWhole { phrase in
            while phrase.take(oneOf: Self.bodyDeterminers) {}
            while phrase.takeFirstHalf() {}
            guard let word = phrase.word, Self.isBody(word) else { return false }
            phrase.skip()
            // "Kommunstyrelsens arbetsutskott", "rektor vid skolan".
            while let word = phrase.word, Self.isBody(word) { phrase.skip() }
            return true
        }
    }

    /// `barn- och`, `kultur-, ` before the noun that both halves share.
    private mutating func takeFirstHalf() -> Bool {
        guard word != nil, token(ahead: 1)?.kind == .dash, token(ahead: 1)?.touchesPrevious == true,
            word(ahead: 2) == "och" || token(ahead: 2)?.kind == .mark(",")
        else { return false }
        skip(3)
        return true
    }

    static func isBody(_ word: String) -> Bool {
        if abbreviatedBodies.contains(word) || bodies.contains(word) { return true }
        let stem = word.last == "s" ? String(word.dropLast()) : word
        return bodies.contains(stem) || bodyEndings.contains(where: stem.hasSuffix)
    }

    static let bodyDeterminers: Set<String> = [
        "den", "de", "samtliga", "alla", "berörda", "berörd", "ansvarig", "ansvariga", "respektive",
    ]

    private static let abbreviatedBodies: Set<String> = [
        "ks", "kf", "ksau", "bun", "sn", "vn", "an", "un", "kfn", "mbn", "sbn", "tn",
    ]

    private static let bodies: Set<String> = [
        "rådet", "kommunen", "kommunchef", "kommunchefen", "kommundirektören", "kommunledningen",
        "ledningsgruppen", "styrgruppen", "arbetsgruppen", "rektor", "rektorer", "rektorerna",
        "revisorerna", "regeringen", "verksamheten", "verksamheterna",
    ]

    private static let bodyEndings = [
        "nämnd", "nämnden", "nämnder", "nämnderna", "styrelse", "styrelsen", "styrelser",
        "styrelserna", "fullmäktige", "utskott", "utskottet", "beredning", "beredningen",
        "förvaltning", "förvaltningen", "förvaltningar", "förvaltningarna", "srådet", "kontoret",
        "chefen", "cheferna", "bolagen", "bolaget",
    ]
}
