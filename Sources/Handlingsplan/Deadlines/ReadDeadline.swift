package import Coordinates

/// Reads a deadline phrase as it stands in a Swedish plan; nil where it cannot be read.
///
/// The times, rhythms, relations and receivers in it are found from left to right. What lies
/// between them must be words that only say what is done: verbs and their forms, the papers and
/// bodies of a municipality, and whatever stands before the last verb as what it is about. A
/// hedge, a negation, an alternative, a number or a word for time that no rule took leaves the
/// phrase unread, for then it may mean something else. Nothing is guessed and nothing traps.
///
///     phrase     = { ongoing | rhythm | dated | relation | receiver | neutral }
///     rhythm     = "årligen" | "en gång per år" | "vart tredje år" | ...
///     dated      = [ lead ] time [ "och framåt" ]           lead = "senast" | "under" | ...
///     time       = single [ range-word single | { "och" single } ]
///     single     = [ "slutet av" | "utgången av" ] ( day | week | month | part | season | year )
///     relation   = "inom tre månader" | "efter" event | "i" report | ...
///     receiver   = "till" body
///
/// A year that is not written is the first that puts the date after `given`, the day of the
/// decision; without that day it stays unknown, and so do the dates. The rules say what the
/// ledger means by words that people mean differently.
package func readDeadline(
    _ text: String, given: CalendarDate? = nil, by rules: ReadingRules = .standard
) -> DeadlineReading? {
    var phrase = Phrase(text, by: rules)
    return phrase.findings()?.reading(given: given)
}

/// What was found in a phrase.
struct Findings {
    var times: [TimePart] = []
    var recurrences: [RecurrencePart] = []
    var relations: [RelationPart] = []
    var receivers: [String] = []
    var isOngoing = false
}

extension Phrase {
    /// Everything that the phrase says, or nil where some of it is not understood.
    mutating func findings() -> Findings? {
        var findings = Findings()
        let lastVerb = tokens.lastIndex(where: \.isVerb) ?? 0
        var isAfterNoun = false
        while let token = next {
            if take(into: &findings, afterNoun: isAfterNoun) {
                isAfterNoun = false
                continue
            }
            if !takeNeutral() {
                guard place < lastVerb, token.isFreeToStandInSubject else { return nil }
                skip()
            }
            isAfterNoun = tokens[place - 1].mayBeNoun
        }
        return findings
    }

    private mutating func take(into findings: inout Findings, afterNoun: Bool) -> Bool {
        if takeOngoing() {
            findings.isOngoing = true
        } else if let recurrence = recurrence() {
            findings.recurrences.append(recurrence)
        } else if let time = timePart(afterNoun: afterNoun) {
            findings.times.append(time)
        } else if let relation = relation() {
            findings.relations.append(relation)
        } else if let receiver = receiver() {
            findings.receivers.append(receiver)
        } else {
            return false
        }
        return true
    }

    /// `löpande`, `kontinuerligt`, `ständigt pågående`.
    private mutating func takeOngoing() -> Bool {
        if take(oneOf: ["ständigt", "alltid"]) {
            _ = take("pågående")
            return true
        }
        return take(oneOf: [
            "löpande", "fortlöpande", "kontinuerligt", "kontinuerlig", "kontinuerliga",
        ])
    }
}

extension Token {
    /// True of a word that a year may belong to, rather than to what is to be done.
    fileprivate var mayBeNoun: Bool {
        guard case .word(let word) = kind else { return false }
        return !NeutralWords.isDoing(word)
    }

    /// A subject may be anything but a number, a hedge or a word for time.
    fileprivate var isFreeToStandInSubject: Bool {
        switch kind {
        case .word(let word):
            !NeutralWords.changeMeaning.contains(word) && !NeutralWords.relate.contains(word)
                && !NeutralWords.pastDecisions.contains(word) && !Lexicon.namesTime(word)
        case .dash, .mark: true
        case .number, .ordinal, .slash, .unknown: false
        }
    }
}
