/// A phrase with the place up to which it has been read. The rules of the grammar are methods
/// that either take what they know and return it, or return nil and leave the place as it was.
struct Phrase {
    let source: String
    let rules: ReadingRules
    let tokens: [Token]
    private(set) var place = 0

    init(_ source: String, by rules: ReadingRules) {
        self.source = source
        self.rules = rules
        tokens = Handlingsplan.tokens(of: source)
    }

    var next: Token? { token(ahead: 0) }

    /// The word that comes next, in lower case.
    var word: String? { word(ahead: 0) }

    func token(ahead count: Int) -> Token? {
        let index = place + count
        return tokens.indices.contains(index) ? tokens[index] : nil
    }

    func word(ahead count: Int) -> String? {
        guard case .word(let word)? = token(ahead: count)?.kind else { return nil }
        return word
    }

    mutating func skip(_ count: Int = 1) { place = min(place + count, tokens.count) }

    /// Runs a rule that may fail half-way.
    mutating func attempt<Meaning>(_ rule: (inout Phrase) -> Meaning?) -> Meaning? {
        let start = place
        if let meaning = rule(&self) { return meaning }
        place = start
        return nil
    }

    /// Runs a rule that only tells whether it holds, and may fail half-way.
    mutating func takeWhole(_ rule: (inout Phrase) -> Bool) -> Bool {
        attempt { phrase in rule(&phrase) ? true : nil } ?? false
    }

    /// Takes the words in this order, or none of them.
    mutating func take(_ words: String...) -> Bool { take(sequence: words) }

    mutating func take(sequence words: [String]) -> Bool {
        for (offset, word) in words.enumerated() where self.word(ahead: offset) != word {
            return false
        }
        skip(words.count)
        return true
    }

    mutating func take(_ kind: Token.Kind) -> Bool {
        guard next?.kind == kind else { return false }
        skip()
        return true
    }

    /// Takes one of these words, if it comes next.
    @discardableResult
    mutating func take(oneOf words: Set<String>) -> Bool {
        guard let word, words.contains(word) else { return false }
        skip()
        return true
    }

    /// Takes a word that the table knows.
    mutating func take<Meaning>(from table: [String: Meaning]) -> Meaning? {
        guard let word, let meaning = table[word] else { return nil }
        skip()
        return meaning
    }

    /// Takes letters that stand for words, as `tom`, `t.o.m.` or `t o m`.
    mutating func take(abbreviation parts: [String]) -> Bool {
        takeWhole { phrase in
            for part in phrase.word == parts.joined() ? [parts.joined()] : parts {
                guard phrase.take(part) else { return false }
                _ = phrase.take(.mark("."))
            }
            return true
        }
    }

    /// The words from a place up to here, as they are written.
    func text(from start: Int) -> String {
        guard start < place else { return "" }
        return String(source[tokens[start].text.startIndex..<tokens[place - 1].text.endIndex])
    }
}
