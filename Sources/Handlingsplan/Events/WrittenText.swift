/// A free text that somebody wrote, and what it is.
package struct WrittenText: Hashable, Sendable {
    package let field: TextField
    package let text: String

    /// Nil where nothing was written.
    init?(_ field: TextField, _ text: String?) {
        guard let text else { return nil }
        self.field = field
        self.text = text
    }
}

extension Act {
    /// All free texts of the act, in the order in which they stand.
    package var texts: [WrittenText] {
        let texts: [(TextField, String?)] = [
            (.decision, reference.decision), (.dnr, reference.dnr), (.note, reference.note),
        ]
        return texts.compactMap(WrittenText.init) + events.flatMap(\.facts.texts)
    }
}

/// What a free text is.
package enum TextField: String, Hashable, Sendable {
    case name, title, deadline, reason, decision, dnr, note, summary, text, role, unit, source
    case comment, period, holder
    case localNumber = "local number"
}
