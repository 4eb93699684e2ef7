/// A word, a number or a mark of a phrase, with where it stands.
struct Token {
    enum Kind: Hashable {
        /// Letters, in lower case.
        case word(String)
        /// ASCII digits: `2014`.
        case number(Int)
        /// Digits with an ending: `1:a`, `16:e`.
        case ordinal(Int)
        /// One or more dashes of any width.
        case dash
        case slash
        /// Punctuation that only divides.
        case mark(Character)
        /// What no rule knows.
        case unknown
    }

    let kind: Kind
    let text: Substring
    /// False where white space, or nothing, stands before.
    let touchesPrevious: Bool

    func number(digits count: Int) -> Int? { number(digits: count...count) }

    /// The number, where it is written with so many digits.
    func number(digits: ClosedRange<Int>) -> Int? {
        guard case .number(let value) = kind, digits.contains(text.utf8.count) else { return nil }
        return value
    }
}

/// The tokens of a text, in order, in one pass.
func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    var touchesPrevious = false
    while let next = rest.first {
        if next.isWhitespace {
            rest.removeFirst()
            touchesPrevious = false
            continue
        }
        let start = rest.startIndex
        let kind = rest.takeToken(startingWith: next)
        tokens.append(
            Token(
                kind: kind, text: text[start..<rest.startIndex], touchesPrevious: touchesPrevious))
        touchesPrevious = true
    }
    return tokens
}

extension Substring {
    fileprivate mutating func takeToken(startingWith next: Character) -> Token.Kind {
        if next.isLetter { return .word(take(while: \.isLetter).lowercased()) }
        if next.isDigit { return takeNumber() }
        if next.isDash {
            _ = take(while: \.isDash)
            return .dash
        }
        removeFirst()
        if next == "/" { return .slash }
        return ".,;:!()…\"”%".contains(next) ? .mark(next) : .unknown
    }

    private mutating func takeNumber() -> Token.Kind {
        let mostDigits = 9
        let digits = take(while: \.isDigit)
        guard digits.utf8.count <= mostDigits, let value = Int(digits) else { return .unknown }
        let ending = prefix(3)
        guard [":a", ":e"].contains(ending.prefix(2)),
            ending.dropFirst(2).allSatisfy({ !$0.isLetter })
        else { return .number(value) }
        removeFirst(2)
        return .ordinal(value)
    }

    private mutating func take(while holds: (Character) -> Bool) -> Substring {
        let taken = prefix(while: holds)
        self = self[taken.endIndex...]
        return taken
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isDash: Bool { "-‐‑‒–—―−".contains(self) }
}
