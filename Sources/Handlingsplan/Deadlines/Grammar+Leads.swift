// The words before a time that say how it is meant, and the two together.

/// A time in its place in the phrase: "senast i maj 2012".
struct TimePart {
    var mode: DeadlineReading.Mode
    var time: NamedTime
    /// True where it says when something that goes on ends: "till och med 2018".
    var isUntil = false
    /// True of "efter", which leaves the time itself out.
    var isStrictlyAfter = false
    /// True of years that nothing leads up to.
    var isBareYears = false
    /// True where it may belong to the noun before it: "planen från 2014".
    var isAfterNoun = false
    var text = ""
}

/// What stands before a time.
private struct Lead {
    let words: [String]
    let mode: DeadlineReading.Mode
    var followers: Set<String> = []
    var isUntil = false
    var isStrictlyAfter = false
    /// True where it can also be meant that the time itself is left out.
    var mayExclude = false
    /// True where the time itself is left out, unless the rules include it.
    var mayInclude = false

    static let byFirstWord = Dictionary(grouping: all) { $0.words[0] }

    /// In the order in which they are tried: what begins like another and is longer comes first.
    private static let all: [Lead] = [
        Lead(words: ["till", "och", "med"], mode: .by, followers: within, isUntil: true),
        Lead(words: ["fram", "till", "och", "med"], mode: .by, followers: within, isUntil: true),
        Lead(
            words: ["fram", "till"], mode: .by, followers: within, isUntil: true, mayExclude: true),
        Lead(words: ["till"], mode: .by, isUntil: true, mayExclude: true),
        Lead(words: ["senast"], mode: .by, followers: within.union(["till", "per"])),
        Lead(words: ["innan"], mode: .before, mayInclude: true),
        Lead(words: ["före"], mode: .before, mayInclude: true),
        Lead(words: ["inför"], mode: .before),
        Lead(words: ["från", "och", "med"], mode: .from, followers: within),
        Lead(words: ["från"], mode: .from),
        Lead(words: ["med", "början"], mode: .from, followers: within.union(["från"])),
        Lead(words: ["tidigast", "efter"], mode: .from, isStrictlyAfter: true),
        Lead(words: ["tidigast"], mode: .from, followers: within.union(["från"])),
        Lead(words: ["efter"], mode: .from, isStrictlyAfter: true),
        Lead(words: ["någon", "gång", "under"], mode: .during),
        Lead(words: ["under", "loppet", "av"], mode: .during),
        Lead(words: ["under"], mode: .during),
        Lead(words: ["i"], mode: .during),
        Lead(words: ["vid"], mode: .during),
        Lead(words: ["per"], mode: .during),
        Lead(words: ["på"], mode: .during),
    ]

    static let through = Lead(words: [], mode: .by, followers: within, isUntil: true)
    static let onwards = Lead(words: [], mode: .from, followers: within)

    private static let within: Set<String> = ["i", "under", "vid"]
}

extension Phrase {
    /// A time with what leads up to it and what follows: "under 2018 och framåt".
    /// After a noun, a year that stands alone may be the noun's: "budget 2015" names no time.
    mutating func timePart(afterNoun isAfterNoun: Bool) -> TimePart? {
        attempt { phrase in
            let start = phrase.place
            guard var part = phrase.ledPart() ?? phrase.barePart() else { return nil }
            if isAfterNoun, part.isBareYears { return nil }
            if phrase.isInSubject(from: start) { return nil }
            part.isAfterNoun = isAfterNoun
            if [.during, .from].contains(part.mode), phrase.takeOnwards() {
                guard part.time.stretches.count == 1 else { return nil }
                part.mode = .from
            }
            part.text = phrase.text(from: start)
            return part
        }
    }

    /// True where what was taken since the start is a part of what the sentence is about: it does
    /// not come first, and the first verb follows at once. "Planen från 2014 ska revideras" has no
    /// time, but "under 2015 ska planen revideras" has.
    private func isInSubject(from start: Int) -> Bool {
        guard start > 0, tokens[start - 1].kind != .word("att"), next?.isVerb == true
        else { return false }
        return !tokens[..<start].contains(where: \.isVerb)
    }

    /// A time that words lead up to: "senast i maj 2012", "mellan mars och maj 2015".
    mutating func ledPart() -> TimePart? {
        if let time = between() { return TimePart(mode: .between, time: time) }
        return attempt { phrase in
            guard let lead = phrase.lead() else { return nil }
            _ = phrase.take(.mark(":"))
            phrase.take(oneOf: phrase.word(ahead: 1) == "år" ? [] : lead.followers)
            guard let time = phrase.time() else { return nil }
            return TimePart(time, after: lead, before: phrase.rules.before)
        }
    }

    private mutating func lead() -> Lead? {
        if take(abbreviation: ["t", "o", "m"]) { return .through }
        if take(abbreviation: ["fr", "o", "m"]) { return .onwards }
        guard let word, let leads = Lead.byFirstWord[word] else { return nil }
        return leads.first { take(sequence: $0.words) }
    }

    /// A time that nothing leads up to. "Året" alone is none.
    private mutating func barePart() -> TimePart? {
        if word == "året" { return nil }
        return time().map { time in
            var part = TimePart(mode: .during, time: time).atItsEdge()
            part.isBareYears = time.precision.isYears
            return part
        }
    }

    private mutating func takeOnwards() -> Bool {
        take("och", "framåt") || take("och", "framöver") || take("framåt") || take("framöver")
    }
}

extension TimePart {
    fileprivate init(_ time: NamedTime, after lead: Lead, before: ReadingRules.Before) {
        let isIncluded = lead.mayInclude && before == .included
        self.init(
            mode: isIncluded ? .by : lead.mode, time: time, isUntil: lead.isUntil,
            isStrictlyAfter: lead.isStrictlyAfter)
        if mode == .from, time.hasTwoEnds, !isStrictlyAfter { mode = .between }
        self = atItsEdge()
        guard self.time.edge == .none else { return }
        if isIncluded { self.time.assumptions.append(.beforeIncluded) }
        if mode == .before { self.time.assumptions.append(.beforeStrictly) }
        if isStrictlyAfter { self.time.assumptions.append(.afterStrictly) }
        if lead.mayExclude, time.precision != .day { self.time.assumptions.append(.endIncluded) }
    }

    /// At or before an end is by the last day; after an end is the day after.
    fileprivate func atItsEdge() -> TimePart {
        var part = self
        switch (time.edge, mode) {
        case (.end, .during), (.end, .before), (.closing, .before): part.mode = .by
        case (.end, .from): part.isStrictlyAfter = true
        default: break
        }
        if part.mode == .by, time.edge != .none {
            part.time.assumptions.removeAll { $0 == .thirds }
        }
        return part
    }
}

extension DeadlineReading.Precision {
    var isYears: Bool { self == .year || self == .period || self == .mandatePeriod }
}
