/// One line of a text or Markdown document, and what it looks like.
struct SourceLine: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case blank
        case bullet
        case markdownHeading(level: Int)
        /// A short line of its own that does not end as a sentence does.
        case plainHeading
        case text
    }

    /// Counted from 1.
    let number: Int
    let kind: Kind
    /// In blanks; a tab counts as four.
    let indentation: Int
    /// Without indentation, bullet and heading marks.
    let text: String

    static func lines(of document: String) -> [SourceLine] {
        document.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated().map { SourceLine(number: $0.offset + 1, $0.element) }
    }

    private init(number: Int, _ line: Substring) {
        self.number = number
        let content = line.trimmed
        indentation = line.prefix { $0 == " " || $0 == "\t" }
            .reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
        if content.isEmpty {
            kind = .blank
            text = ""
        } else if let bulletText = content.bulletText {
            kind = .bullet
            text = bulletText
        } else if content.hasPrefix("#") {
            let level = content.prefix { $0 == "#" }.count
            kind = .markdownHeading(level: level)
            text = content.dropFirst(level).trimmingHeadingMarks
        } else {
            kind = content.looksLikeHeading ? .plainHeading : .text
            text = content
        }
    }

    /// "Handlingsplan", "## 3. Handlingsplan 2014–2016", but no sentence that speaks of one, and
    /// no line of a table of contents, "Handlingsplan .... 7".
    var isPlanHeading: Bool {
        switch kind {
        case .markdownHeading:
            text.trimmingHeadingMarks.drop { !$0.isLetter }.namesPlan
        case .plainHeading:
            text.trimmingHeadingMarks.drop { !$0.isLetter }.namesPlan && !text.endsWithPageNumber
        case .blank, .bullet, .text: false
        }
    }
}

extension [SourceLine] {
    /// The lines below a heading: down to the next Markdown heading that is no lower. Below a
    /// heading without a level, down to the first such heading after a bullet; what comes after
    /// that may belong to the section or not.
    func section(
        under heading: SourceLine
    ) -> (inside: ArraySlice<SourceLine>, beyond: ArraySlice<SourceLine>) {
        let below = self[heading.number...]
        guard case .markdownHeading(let level) = heading.kind else {
            let firstBullet = below.firstIndex { $0.kind == .bullet } ?? below.endIndex
            let end = below[firstBullet...].indices.first { index in
                below[index].kind == .plainHeading && below[index - 1].kind == .blank
            }
            return (below[..<(end ?? below.endIndex)], below[(end ?? below.endIndex)...])
        }
        let inside = below.prefix { line in
            if case .markdownHeading(let other) = line.kind { other > level } else { true }
        }
        return (inside, [])
    }
}

extension StringProtocol {
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }

    /// What follows a bullet mark (`-`, `*`, `•`, `–`) or a number (`1.`, `2)`); nil without one.
    fileprivate var bulletText: String? {
        if let mark = first, "-*+•·–—".contains(mark) {
            let rest = dropFirst()
            // Two marks are bold text or a rule; a lone mark is an empty bullet.
            return rest.first?.isWhitespace ?? true ? rest.trimmed : nil
        }
        let digits = prefix { $0.isNumber }
        let rest = dropFirst(digits.count)
        guard (1...2).contains(digits.count), let mark = rest.first, ".)".contains(mark),
            rest.dropFirst().first?.isWhitespace ?? false,
            !rest.dropFirst().trimmed.namesPlan
        else { return nil }
        return rest.dropFirst().trimmed
    }

    fileprivate var namesPlan: Bool { lowercased().hasPrefix("handlingsplan") }

    /// A number too short to be a year, apart from the words before it.
    fileprivate var endsWithPageNumber: Bool {
        let digits = reversed().prefix { $0.isNumber }
        guard (1...3).contains(digits.count), let before = dropLast(digits.count).last else {
            return false
        }
        return before.isWhitespace || before == "."
    }

    fileprivate var looksLikeHeading: Bool {
        guard count <= 60, let first, let last else { return false }
        return (first.isUppercase || first.isNumber || first == "*") && !".,;!?".contains(last)
    }

    fileprivate var trimmingHeadingMarks: String {
        trimmed.filter { $0 != "*" && $0 != "_" }.trimmed
    }
}
