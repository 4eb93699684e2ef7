// What stands beside the time and says nothing of it: what is done, by whom, how much of it.

extension Phrase {
    /// Takes something that leaves the meaning as it is.
    mutating func takeNeutral() -> Bool {
        if takeActor() || takeGoal() || takeTimeOfDay() || takeDecisionToCome()
            || take("enligt", "lag") || take("i", "sin", "helhet") || take("en", "gång")
        {
            return true
        }
        guard let token = next else { return false }
        switch token.kind {
        case .word(let word) where NeutralWords.isNeutral(word): skip()
        case .mark(let mark) where mark != "%": skip()
        case .dash where !isBesideNumber: skip()
        default: return false
        }
        return true
    }

    /// `med minst 10 procent`: how much is to be done, not when.
    private mutating func takeGoal() -> Bool {
        takeWhole { phrase in
            _ = phrase.take("med")
            phrase.take(oneOf: ["minst", "högst"])
            guard phrase.count() != nil, phrase.take("procent") || phrase.take(.mark("%"))
            else { return false }
            return true
        }
    }

    /// `vara antagen`: not what has been decided, but what is to be.
    private mutating func takeDecisionToCome() -> Bool {
        guard ["vara", "bli"].contains(word), let next = word(ahead: 1),
            NeutralWords.pastDecisions.contains(next)
        else { return false }
        skip(2)
        return true
    }

    /// `kl. 12`, `kl 16.30`: finer than a deadline is kept.
    private mutating func takeTimeOfDay() -> Bool {
        takeWhole { phrase in
            guard phrase.take(abbreviation: ["kl"]), let hour = phrase.next?.number(digits: 1...2),
                hour <= 24
            else { return false }
            phrase.skip()
            if phrase.token(ahead: 1)?.number(digits: 2) != nil,
                phrase.take(.mark(".")) || phrase.take(.mark(":"))
            {
                phrase.skip()
            }
            return true
        }
    }

    private var isBesideNumber: Bool {
        let before = place > 0 ? tokens[place - 1] : nil
        return [before, token(ahead: 1)].contains { $0?.number(digits: 1...9) != nil }
    }
}
