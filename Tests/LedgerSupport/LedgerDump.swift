package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog

/// Every story and list of a folded ledger, for comparing one fold with another.
package struct LedgerDump: Hashable {
    let size: TreeSize
    let committees: [CommitteeStory]
    let documents: [DocumentStory]
    let areas: [AreaStory]
    let goals: [GoalStory]
    let actions: [ActionStory]
    let guidelines: [GuidelineStory]
    let indicators: [IndicatorStory]
    let settings: SettingsStory
    let keys: KeyRegister
    let counts: LedgerCounts
    let lists: [[ActionNumber]]
    let successions: [[CommitteeNumber]]
    let codes: [[CommitteeNumber]]
    let corrections: [EntryCorrections]

    package init<Ledger: LedgerReading>(_ ledger: Ledger) throws {
        size = ledger.size
        committees = try ledger.committees()
        documents = try ledger.documents()
        areas = try ledger.areas()
        goals = try ledger.goals()
        actions = try ledger.actions()
        guidelines = try ledger.guidelines()
        indicators = try ledger.indicators()
        settings = try ledger.settings()
        keys = try ledger.keys()
        counts = try ledger.counts()
        lists =
            try
            ([.allCommittees] + committees.map { ActionList.committee($0.number) }
            + documents.map { .document($0.number) })
            .map { try ledger.actions(everOn: $0) }
        successions = try committees.map { try ledger.committees(everSucceededBy: $0.number) }
        codes = try committees.flatMap(\.naming.items).map {
            try ledger.committees(everCalled: $0.value.code)
        }
        corrections = try (0..<ledger.size.count).map {
            try ledger.corrections(of: Position($0))
        }
    }
}

extension LedgerReading {
    /// What is known now.
    package func moment(on day: CalendarDate) -> Moment {
        Moment(effective: day, known: size.last ?? Position(0))
    }
}

extension LedgerState {
    /// A whole log, folded in memory.
    package init(folding log: borrowing LogSnapshot) throws {
        self.init()
        try forEachAct(in: Position(0)..<log.size.end, of: log) { try evolve($0) }
    }
}
