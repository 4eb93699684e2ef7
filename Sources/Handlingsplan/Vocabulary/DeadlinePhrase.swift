import Coordinates

/// Reads a deadline phrase as it stands in a Swedish plan.
///
/// Reads "innan", "senast", "under" and "i" MONTH YEAR; "senast" and "innan" (den) D MONTH YEAR;
/// and days as `YYYY-MM-DD`; after such words as "Klart" or "Ska vara klart". Everything else,
/// down to a single word too many, is nil: a deadline is read whole or not at all.
package func readDeadline(_ text: String) -> DeadlineReading? {
    var words = Phrase(text)
    words.skipOpening()
    let relation = words.relation()
    guard let day = words.day() else { return words.month(relation) }
    return words.isAtEnd ? reading(relation, day) : nil
}

private enum Relation {
    case before, by, during
}

private func reading(_ relation: Relation?, _ day: CalendarDate) -> DeadlineReading? {
    switch relation {
    case .before: day.advanced(byDays: -1).map { DeadlineReading(rule: .beforeDay, latest: $0) }
    case .by: DeadlineReading(rule: .byDay, latest: day)
    case nil: DeadlineReading(rule: .onDay, earliest: day, latest: day)
    case .during: nil
    }
}

/// The words still unread, in lower case, without the marks that end sentences.
private struct Phrase {
    private var words: ArraySlice<String>

    init(_ text: String) {
        words =
            text.lowercased().split(whereSeparator: \.isWhitespace)
            .map { $0.trimmingMarks() }.filter { !$0.isEmpty }[...]
    }

    var isAtEnd: Bool { words.isEmpty }

    mutating func skipOpening() {
        while let word = words.first, Self.opening.contains(word) { words.removeFirst() }
    }

    mutating func relation() -> Relation? {
        let relation: Relation? =
            switch words.first {
            case "innan", "före": .before
            case "senast": .by
            case "under", "i": .during
            default: nil
            }
        if relation != nil { words.removeFirst() }
        if relation == .by, words.first == "i" { words.removeFirst() }
        return relation
    }

    /// `2014-05-31`, or `31 maj 2014`, also with "den" before and as "31:a".
    mutating func day() -> CalendarDate? {
        let words = words.first == "den" ? words.dropFirst() : words
        guard let first = words.first else { return nil }
        if let date = CalendarDate(first) {
            self.words = words.dropFirst()
            return date
        }
        guard words.count >= 3, let day = Self.ordinal(first),
            let month = Self.months[words[words.startIndex + 1]],
            let year = Self.year(words[words.startIndex + 2]),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        self.words = words.dropFirst(3)
        return date
    }

    /// `januari 2014` with what precedes it, and nothing after it.
    func month(_ relation: Relation?) -> DeadlineReading? {
        guard let relation, words.count == 2, let month = Self.months[words[words.startIndex]],
            let year = Self.year(words[words.startIndex + 1]),
            let first = CalendarDate(year: year, month: month, day: 1),
            let last = CalendarDate.last(ofMonth: month, year: year)
        else { return nil }
        return switch relation {
        case .before:
            first.advanced(byDays: -1).map { DeadlineReading(rule: .beforeMonth, latest: $0) }
        case .by: DeadlineReading(rule: .byMonth, latest: last)
        case .during: DeadlineReading(rule: .duringMonth, earliest: first, latest: last)
        }
    }

    private static func year(_ word: String) -> Int? {
        guard let year = Int(word), (1900...2199).contains(year), word.utf8.count == 4 else {
            return nil
        }
        return year
    }

    private static func ordinal(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard ["", ":a", ":e"].contains(word.dropFirst(digits.count)) else { return nil }
        return digits.utf8.count <= 2 ? Int(digits) : nil
    }

    /// Words that only say that the rest is when something is to be done.
    private static let opening: Set<String> = [
        "klar", "klart", "klara", "färdig", "färdigt", "färdiga", "genomförd", "genomfört",
        "genomförda", "slutförd", "slutfört", "ska", "skall", "vara", "är", "bli", "blir",
    ]

    private static let months: [String: Int] = Dictionary(
        uniqueKeysWithValues: zip(
            [
                "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
                "september", "oktober", "november", "december",
            ], 1...12))
}

extension Substring {
    fileprivate func trimmingMarks() -> String {
        var word = self
        while let last = word.last, ".,;!".contains(last) { word.removeLast() }
        return String(word)
    }
}
