import Coordinates
import Handlingsplan

/// What is accepted, and perhaps not meant, as programs read it.
struct WarningOutput: Encodable {
    /// Of the entry, where it is about one.
    let position: UInt64?
    /// By it, programs tell warnings apart; the text is for people.
    let kind: String
    let text: String

    init(_ warning: Warning, in words: any Wording) {
        self.init(position: nil, kind: warning.kind, text: words.warning(warning))
    }

    init(_ concern: EntryConcern, in words: any Wording) {
        self.init(
            position: concern.position.index, kind: concern.warning.kind,
            text: words.warning(concern.warning))
    }

    init(position: UInt64? = nil, kind: String, text: String) {
        (self.position, self.kind, self.text) = (position, kind, text)
    }
}
