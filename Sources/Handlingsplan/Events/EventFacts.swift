package import Coordinates

/// What is true of an event by itself, whatever else the ledger says. Rules, stories, lists, rights
/// and questions read it here; `Event.facts` states it, once for each event and without defaults.
package struct EventFacts: Sendable {
    /// The things whose stories it changes: one, for all but a merger.
    package let about: [Subject]
    /// Whether it begins what it is about, which then gets the next number of its sort.
    package let begins: Bool
    /// What else it speaks of, all of which must be there.
    package let names: [Subject]
    private let written: [(TextField, String?)]
    /// The committees that it speaks for: what a registrar of these may record. Nil for what takes a
    /// steward, and for a correction, which takes what the corrected entry takes.
    package let speaksFor: [CommitteeNumber]?
    /// Whether a body decides it, in minutes with paragraphs.
    package let isDecision: Bool
    /// What it puts on which lists.
    package let lists: [Listed]

    init(
        about: [Subject], begins: Bool, names: [Subject],
        texts: [(TextField, String?)], speaksFor: [CommitteeNumber]?, isDecision: Bool,
        lists: [Listed]
    ) {
        self.about = about
        self.begins = begins
        self.names = names
        written = texts
        self.speaksFor = speaksFor
        self.isDecision = isDecision
        self.lists = lists
    }

    /// The free texts that somebody wrote, in the order in which they stand.
    package var texts: [WrittenText] { written.compactMap(WrittenText.init) }

    /// The earlier entry that the event takes back, or brings back.
    package var corrects: Position? {
        if case .entry(let position)? = about.first { position } else { nil }
    }

    /// Whether it stands for good, and no correction takes it back.
    package var isFinal: Bool { about == [.keys] || isOfLog }

    /// Whether it says something of the log itself.
    package var isOfLog: Bool { about == [.log] }

    /// The number of what it begins; nil for one that begins nothing.
    package var begun: UInt32? { begins ? about.first?.number : nil }

    /// The committees that it speaks of, whatever it says of them.
    package var committees: [CommitteeNumber] {
        (about + names).compactMap { if case .committee(let number) = $0 { number } else { nil } }
    }
}

/// Something that an event puts on a list, so that the few that a question is about are found among
/// many. Whether it still belongs there, only its story tells, at a moment.
package enum Listed: Hashable, Sendable {
    case action(ActionNumber, on: ActionList)
    /// A committee that ends, among those that another was ever to succeed.
    case predecessor(CommitteeNumber, of: CommitteeNumber)
    /// A committee, among those that a code was ever given to.
    case code(CommitteeCode, of: CommitteeNumber)
}

/// What actions are listed by.
package enum ActionList: Hashable, Sendable {
    /// Laid on all committees.
    case allCommittees
    case committee(CommitteeNumber)
    case document(DocumentNumber)
}
