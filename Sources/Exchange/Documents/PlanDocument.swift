package import Failures

/// The action plan found in a steering document that is text or Markdown.
///
/// The section headed "Handlingsplan" is looked for, and each bullet in it is an action. What a
/// bullet has in bold at its end, or as a last sentence that begins with "Klart", is its deadline
/// phrase, kept as it stands.
package struct PlanDocument: Hashable, Sendable {
    package struct FoundAction: Hashable, Sendable {
        /// The first line of the bullet, counted from 1.
        package let line: Int
        package let title: String
        package let deadline: String?
    }

    package struct FoundLine: Hashable, Sendable {
        package let line: Int
        package let text: String
    }

    /// The line of the section's heading.
    package let line: Int
    package let actions: [FoundAction]
    /// Headings within the section. They group actions, and are not recorded.
    package let headings: [FoundLine]
    /// What is neither an action nor a heading.
    package let unplaced: [FoundLine]
}

/// Why a document has no plan to import.
package enum PlanDocumentError: Error, Hashable, Sendable {
    case noSection
    /// The section, whose heading is on this line, has no bullet.
    case noActions(line: Int)
}

extension PlanDocument {
    /// - Throws: `PlanDocumentError`.
    package init(reading text: String) throws(PlanDocumentError) {
        let lines = SourceLine.lines(of: text)
        let candidates = lines.filter(\.isPlanHeading)
        guard let first = candidates.first else { throw .noSection }
        // A table of contents names the section, too: the heading that actions follow is meant.
        // Headings without a level that stand above the same bullet have the same actions.
        var searched = 0
        for heading in candidates where heading.kind != .plainHeading || heading.number > searched {
            let (inside, beyond) = lines.section(under: heading)
            let section = PlanSection(inside)
            if section.actions.isEmpty {
                searched = inside.firstIndex { $0.kind == .bullet } ?? inside.endIndex
                continue
            }
            // Where a heading has no level, nobody can tell whether it groups actions or ends the
            // section: so no bullet after it is taken, and none is passed over in silence.
            let strays = beyond.filter { $0.kind == .bullet }
                .map { FoundLine(line: $0.number, text: $0.text) }
            self.init(
                line: heading.number, actions: section.actions, headings: section.headings,
                unplaced: section.unplaced + strays)
            return
        }
        throw .noActions(line: first.number)
    }
}

/// Sorts the lines of a section into bullets, headings and the rest.
private struct PlanSection {
    private(set) var actions: [PlanDocument.FoundAction] = []
    private(set) var headings: [PlanDocument.FoundLine] = []
    private(set) var unplaced: [PlanDocument.FoundLine] = []
    /// The bullet that the next line may go on with.
    private var bullet: (line: Int, words: [String])?
    /// How far the bullets that are actions are indented: as far as the first one.
    private var indentation: Int?

    init(_ lines: ArraySlice<SourceLine>) {
        for line in lines {
            let found = PlanDocument.FoundLine(line: line.number, text: line.text)
            switch line.kind {
            case .blank: closeBullet()
            case .bullet where line.indentation <= indentation ?? line.indentation:
                closeBullet()
                bullet = (line.number, [line.text])
                indentation = indentation ?? line.indentation
            case .text, .plainHeading:
                if bullet != nil {
                    bullet?.words.append(line.text)
                } else if line.kind == .plainHeading {
                    headings.append(found)
                } else {
                    unplaced.append(found)
                }
            case .markdownHeading:
                closeBullet()
                headings.append(found)
            case .bullet: unplaced.append(found)
            }
        }
        closeBullet()
    }

    private mutating func closeBullet() {
        guard let bullet else { return }
        self.bullet = nil
        let text = bullet.words.joined(separator: " ")
        let (title, deadline) = splitDeadline(text)
        if title.isEmpty {
            unplaced.append(PlanDocument.FoundLine(line: bullet.line, text: text))
        } else {
            actions.append(
                PlanDocument.FoundAction(line: bullet.line, title: title, deadline: deadline))
        }
    }
}

/// A bullet's text without its deadline, and the deadline.
private func splitDeadline(_ text: String) -> (title: String, deadline: String?) {
    for mark in ["**", "__"] {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        let isBoldAtEnd =
            parts.count >= 3 && parts.count % 2 == 1 && parts.last?.isOnlyMarks ?? false
        if isBoldAtEnd {
            let title = parts.dropLast(2).joined().trimmed
            let bold = parts[parts.count - 2].trimmed
            // A word in bold that ends a sentence is no deadline; a sentence in bold is.
            let isSentence = title.last.map { ".!?:;".contains($0) } ?? false
            if !bold.isEmpty, isSentence || (!title.isEmpty && bold[...].saysWhenDone) {
                return (title, bold)
            }
        }
    }
    let plain = text.split(separator: "**").joined()
    guard let start = plain.lastSentenceStart, plain[start...].saysWhenDone else {
        return (plain.trimmed, nil)
    }
    return (plain[..<start].trimmed, plain[start...].trimmed)
}

extension StringProtocol {
    fileprivate var isOnlyMarks: Bool { allSatisfy { $0.isWhitespace || ".;,".contains($0) } }

    /// Where the last of several sentences begins.
    fileprivate var lastSentenceStart: Index? {
        var start: Index?
        for index in indices where ".!?".contains(self[index]) {
            let after = self.index(after: index)
            let next = self[after...].firstIndex { !$0.isWhitespace }
            if let next, next > after { start = next }
        }
        return start
    }

    fileprivate var saysWhenDone: Bool {
        let first = prefix { $0.isLetter }.lowercased()
        return ["klar", "klart", "klara", "färdig", "färdigt", "färdiga"].contains(first)
    }
}

extension PlanDocumentError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .noSection: .refused("no-plan-section")
        case .noActions: .refused("no-actions-in-section")
        }
    }
}
