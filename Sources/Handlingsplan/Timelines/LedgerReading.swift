package import Coordinates

/// What rules and queries ask of a folded ledger, wherever its stories are kept: in memory
/// (`LedgerState`) or in rows on disk.
package protocol LedgerReading {
    associatedtype Failure: Error

    /// How many entries have been folded in.
    var size: TreeSize { get }

    /// Every committee there ever was, in order of number.
    func committees() throws(Failure) -> [CommitteeStory]
    /// Every plan there ever was, in order of number.
    func plans() throws(Failure) -> [PlanStory]
    func counts() throws(Failure) -> LedgerCounts
    /// Nil for a number that has not been given yet.
    func action(_ number: ActionNumber) throws(Failure) -> ActionStory?
    /// The actions that a holder was ever made responsible for, ascending. Where it still is,
    /// only the story tells.
    func actions(everOf holder: Holder) throws(Failure) -> [ActionNumber]
    /// What corrections have to do with an entry; nothing, for most.
    func corrections(of entry: Position) throws(Failure) -> EntryCorrections
}

/// What an entry corrects, and where it was itself turned by corrections.
package struct EntryCorrections: Hashable, Sendable {
    /// The entries that this one corrects.
    package var targets: [Position] = []
    /// Where this one was turned, ascending: the first took it away, the second brought it back.
    package var turns: [Position] = []

    package init() {}
}

/// What the responsibilities are listed by: a committee, or all of them at once.
package enum Holder: Hashable, Sendable {
    case allCommittees
    case committee(CommitteeNumber)
}

extension Event {
    /// The holders whose list of responsibilities this event adds its action to.
    package var holders: [Holder] {
        switch self {
        case .responsibilityAssigned(_, let responsible),
            .responsibilityTransferred(_, _, let responsible):
            switch responsible {
            case .committees(let numbers): numbers.map(Holder.committee)
            case .all: [.allCommittees]
            }
        default: []
        }
    }
}
