import Coordinates
package import Handlingsplan

/// What is accepted, and perhaps not meant, as programs read it.
package struct WarningOutput: Encodable {
    /// Of the entry, where it is about one.
    package let position: UInt64?
    /// By it, programs tell warnings apart; the text is for people.
    package let kind: String
    package let text: String

    package init(_ warning: Warning, in words: any Wording) {
        self.init(position: nil, kind: warning.kind, text: words.warning(warning))
    }

    package init(_ concern: EntryConcern, in words: any Wording) {
        self.init(
            position: concern.position.index, kind: concern.warning.kind,
            text: words.warning(concern.warning))
    }

    package init(position: UInt64? = nil, kind: String, text: String) {
        (self.position, self.kind, self.text) = (position, kind, text)
    }
}
