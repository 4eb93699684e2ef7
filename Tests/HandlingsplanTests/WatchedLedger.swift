import Coordinates
import Handlingsplan
import Synchronization

/// A ledger that remembers which actions, committees and documents were read.
final class WatchedLedger: LedgerOverState {
    let state: LedgerState
    private let readActions = Mutex<Set<ActionNumber>>([])
    private let readCommittees = Mutex<Set<CommitteeNumber>>([])
    private let readDocuments = Mutex<Set<DocumentNumber>>([])

    init(_ state: LedgerState) { self.state = state }

    // Those read since it was last asked.
    func actionsRead() -> Set<ActionNumber> { readActions.withLock { $0.takeAll() } }
    func committeesRead() -> Set<CommitteeNumber> { readCommittees.withLock { $0.takeAll() } }
    func documentsRead() -> Set<DocumentNumber> { readDocuments.withLock { $0.takeAll() } }

    func action(_ number: ActionNumber) -> ActionStory? {
        readActions.withLock { _ = $0.insert(number) }
        return state.action(number)
    }

    func committee(_ number: CommitteeNumber) -> CommitteeStory? {
        readCommittees.withLock { _ = $0.insert(number) }
        return state.committee(number)
    }

    func document(_ number: DocumentNumber) -> DocumentStory? {
        readDocuments.withLock { _ = $0.insert(number) }
        return state.document(number)
    }

    func committees() -> [CommitteeStory] {
        readCommittees.withLock { $0.formUnion(state.committees().map(\.number)) }
        return state.committees()
    }

    func documents() -> [DocumentStory] {
        readDocuments.withLock { $0.formUnion(state.documents().map(\.number)) }
        return state.documents()
    }
}

extension Set {
    fileprivate mutating func takeAll() -> Set {
        defer { self = [] }
        return self
    }
}
