import Coordinates
import Handlingsplan

/// A ledger that answers as one in memory does, but for what a test wants to see or to change.
protocol LedgerOverState: LedgerReading where Failure == Never {
    var state: LedgerState { get }
}

extension LedgerOverState {
    var size: TreeSize { state.size }
    func committees() -> [CommitteeStory] { state.committees() }
    func documents() -> [DocumentStory] { state.documents() }
    func areas() -> [AreaStory] { state.areas() }
    func goals() -> [GoalStory] { state.goals() }
    func guidelines() -> [GuidelineStory] { state.guidelines() }
    func indicators() -> [IndicatorStory] { state.indicators() }
    func settings() -> SettingsStory { state.settings() }
    func keys() -> KeyRegister { state.keys() }
    func counts() -> LedgerCounts { state.counts() }
    func committee(_ number: CommitteeNumber) -> CommitteeStory? { state.committee(number) }
    func document(_ number: DocumentNumber) -> DocumentStory? { state.document(number) }
    func action(_ number: ActionNumber) -> ActionStory? { state.action(number) }
    func actions(everOn list: ActionList) -> [ActionNumber] { state.actions(everOn: list) }
    func committees(everSucceededBy number: CommitteeNumber) -> [CommitteeNumber] {
        state.committees(everSucceededBy: number)
    }
    func committees(everCalled code: CommitteeCode) -> [CommitteeNumber] {
        state.committees(everCalled: code)
    }
    func corrections(of entry: Position) -> EntryCorrections { state.corrections(of: entry) }
    func logStory() -> LogStory { state.logStory() }
}
