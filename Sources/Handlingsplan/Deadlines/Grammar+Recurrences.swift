// Rhythms: "årligen", "en gång per år", "minst vart sjätte år", "inför varje ny mandatperiod".

/// A rhythm in its place in the phrase.
struct RecurrencePart {
    var every: Recurrence.Unit
    var interval = 1
    var mode: DeadlineReading.Mode?
    var assumptions: [Assumption] = []

    /// True where the other says the same, as "vart fjärde år" and "varje mandatperiod" do.
    func agrees(with other: RecurrencePart) -> Bool {
        guard let mine = every.monthCount, let theirs = other.every.monthCount else {
            return every == other.every
        }
        return mine * interval == theirs * other.interval
    }
}

extension Phrase {
    mutating func recurrence() -> RecurrencePart? {
        attempt { phrase in
            let isMinimum = phrase.take("minst") || phrase.take("åtminstone")
            guard var part = phrase.adverb() ?? phrase.timesPer() ?? phrase.each() else {
                return nil
            }
            if isMinimum { part.assumptions.append(.atLeastThisOften) }
            return part
        }
    }

    private mutating func adverb() -> RecurrencePart? {
        take(from: Self.adverbs).map { RecurrencePart(every: $0) }
    }

    private static let adverbs: [String: Recurrence.Unit] = [
        "årligen": .year, "årlig": .year, "årliga": .year, "årligt": .year, "årsvis": .year,
        "halvårsvis": .halfYear, "halvårligen": .halfYear, "tertialvis": .tertial,
        "kvartalsvis": .quarter, "månadsvis": .month, "månatligen": .month, "månatlig": .month,
    ]

    /// `en gång per år`, `2 ggr/år`, `en gång om året`, `en gång vart tredje år`.
    private mutating func timesPer() -> RecurrencePart? {
        attempt { phrase in
            guard let times = phrase.count(), phrase.take(oneOf: ["gång", "gånger", "ggr"]) else {
                return nil
            }
            if let part = phrase.each() { return part.dividing(into: times) }
            guard phrase.take(.slash) || phrase.take("om"),
                let unit = phrase.unit()
            else { return nil }
            return RecurrencePart(every: unit).dividing(into: times)
        }
    }

    /// `varje år`, `per tertial`, `under varje mandatperiod`, `vart tredje år`, `varje september`.
    private mutating func each() -> RecurrencePart? {
        attempt { phrase in
            let mode: DeadlineReading.Mode? = phrase.take("inför") ? .before : nil
            if mode == nil { phrase.take(oneOf: ["under", "i", "vid"]) }
            if let interval = phrase.interval() {
                return phrase.unit().map {
                    RecurrencePart(every: $0, interval: interval, mode: mode)
                }
            }
            if mode == nil, phrase.take("per") {
                return phrase.unit().map { RecurrencePart(every: $0) }
            }
            guard phrase.take("varje") else { return nil }
            if let word = phrase.word, Lexicon.months[word] != nil || Lexicon.seasons[word] != nil {
                return RecurrencePart(every: .year, mode: mode)
            }
            phrase.take(oneOf: ["ny", "nytt"])
            return phrase.unit().map { RecurrencePart(every: $0, mode: mode) }
        }
    }

    private mutating func interval() -> Int? {
        attempt { phrase in
            if phrase.take(oneOf: ["vartannat", "varannan"]) { return 2 }
            guard phrase.take(oneOf: ["vart", "var"]), let interval = phrase.ordinal(),
                interval > 1, Recurrence.intervals.contains(interval)
            else { return nil }
            return interval
        }
    }

    private mutating func unit() -> Recurrence.Unit? {
        if let word, ["sammanträde", "möte"].contains(where: word.hasSuffix) {
            skip()
            return .meeting
        }
        return take(from: Lexicon.units)
    }
}

extension RecurrencePart {
    /// The rhythm that so many times in the unit make, where they divide it into whole months.
    fileprivate func dividing(into times: Int) -> RecurrencePart? {
        if times == 1 { return self }
        guard interval == 1, let whole = every.monthCount, whole.isMultiple(of: times) else {
            return nil
        }
        let months = whole / times
        for unit in Recurrence.Unit.allCases.reversed() {
            guard let length = unit.monthCount, months.isMultiple(of: length) else { continue }
            return RecurrencePart(
                every: unit, interval: months / length, mode: mode,
                assumptions: assumptions + [.evenlySpread])
        }
        return nil
    }
}
