// What a deadline is measured from or tied to, where the calendar does not say: "inom 4 månader",
// "efter valet", "vid behov", "i kommande årsredovisningar". Kept verbatim, never made a day.

/// A relation in its place in the phrase.
struct RelationPart {
    let mode: DeadlineReading.Mode
    var isUntil = false
    var text = ""

    /// True where a time beside the relation cannot be meant as counted from it: "efter beslut i
    /// maj 2015" has no latest day.
    func allows(_ time: TimePart) -> Bool {
        switch mode {
        case .during, .ongoing, .between: true
        case .by: !isUntil && time.mode != .from
        case .from, .before: time.mode == .by && !time.isUntil
        }
    }
}

extension Phrase {
    mutating func relation() -> RelationPart? {
        let start = place
        guard
            var relation = untilFurtherNotice() ?? within() ?? soonest() ?? onOccasion()
                ?? tiedToEvent()
        else { return nil }
        relation.text = text(from: start)
        return relation
    }

    private mutating func untilFurtherNotice() -> RelationPart? {
        take("tills", "vidare") ? RelationPart(mode: .ongoing) : nil
    }

    /// `inom tre månader från beslutet`, `senast två veckor efter mötet`.
    private mutating func within() -> RelationPart? {
        attempt { phrase in
            let isLatest = phrase.take("senast")
            let isInside = phrase.take("inom")
            guard phrase.count() != nil, phrase.take(oneOf: Lexicon.lengths) else { return nil }
            let isTied = phrase.takeOrigin()
            guard isInside || (isLatest && isTied) else { return nil }
            return RelationPart(mode: .by)
        }
    }

    private mutating func takeOrigin() -> Bool {
        takeWhole { phrase in
            _ = phrase.take("räknat")
            guard phrase.take(oneOf: ["från", "efter", "före", "innan"]) else { return false }
            return phrase.takeEvent()
        }
    }

    /// `så snart som möjligt`, `snarast möjligt efter inflyttning`, `omgående`.
    private mutating func soonest() -> RelationPart? {
        attempt { phrase in
            if phrase.take(oneOf: ["snarast", "omgående", "omedelbart", "skyndsamt"]) {
                _ = phrase.take("möjligt")
            } else {
                guard phrase.take("så"), phrase.take(oneOf: ["snart", "fort"]) else { return nil }
                let isPossible =
                    phrase.take("som", "möjligt") || phrase.take("det", "är", "möjligt")
                    || phrase.take("det", "går") || phrase.take("möjligt")
                guard isPossible || phrase.takeEvent() else { return nil }
            }
            _ = phrase.takeOrigin()
            return RelationPart(mode: .by)
        }
    }

    /// `i kommande årsredovisningar`, `med delårsrapporten`, `vid kommunstyrelsens sammanträde`,
    /// `i kommunfullmäktige`: an occasion that has a name. A year after it belongs to it.
    private mutating func onOccasion() -> RelationPart? {
        attempt { phrase in
            guard let lead = phrase.word, phrase.take(oneOf: Self.occasionLeads) else { return nil }
            while phrase.take(oneOf: Self.occasionDeterminers) {}
            let body = phrase.body()
            if let word = phrase.word, EventWords.isOccasion(word) {
                phrase.skip()
                _ = phrase.take("för")
                _ = phrase.yearNumber()
            } else if body == nil || !["i", "vid", "på"].contains(lead) {
                return nil
            }
            return RelationPart(mode: .during)
        }
    }

    private static let occasionLeads: Set<String> = ["i", "vid", "på", "till", "med", "genom"]

    private static let occasionDeterminers: Set<String> = [
        "kommande", "nästa", "nästkommande", "den", "det", "kommunens", "årets", "ordinarie",
    ]

    /// `efter EU-valets genomförande`, `i samband med flytten`, `tills planen är antagen`.
    private mutating func tiedToEvent() -> RelationPart? {
        attempt { phrase in
            guard let word = phrase.word, let leads = EventWords.leadsByFirstWord[word],
                let lead = leads.first(where: { phrase.take(sequence: $0.words) }),
                phrase.takeEvent()
            else { return nil }
            return RelationPart(mode: lead.mode, isUntil: lead.isUntil)
        }
    }

    /// The words of an event, up to a mark or to where a time or a rhythm begins. At least one
    /// of them must be a word for something that happens; none may be a hedge.
    private mutating func takeEvent() -> Bool {
        takeWhole { phrase in
            var happens = false
            for _ in 0..<EventWords.mostWords {
                if phrase.isAtTimeOrRhythm() { break }
                if phrase.take(.dash) { continue }
                guard let word = phrase.word else { break }
                guard !NeutralWords.changeMeaning.contains(word), !Lexicon.namesTime(word)
                else { return false }
                phrase.skip()
                guard EventWords.isEvent(word) else { continue }
                happens = true
                _ = phrase.yearNumber()
            }
            return happens
        }
    }

    /// True where something else begins; a time that nothing leads up to does not count.
    private func isAtTimeOrRhythm() -> Bool {
        var ahead = self
        ahead.take(oneOf: ["och", "samt"])
        return ahead.ledPart() != nil || ahead.recurrence() != nil
    }
}
