package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog

/// Every story and list of a folded ledger, for comparing one fold with another.
package struct LedgerDump: Hashable {
    let size: TreeSize
    let committees: [CommitteeStory]
    let plans: [DocumentStory]
    let actions: [ActionStory?]
    let responsibilities: [[ActionNumber]]
    let corrections: [EntryCorrections]

    package init<Ledger: LedgerReading>(_ ledger: Ledger) throws {
        size = ledger.size
        committees = try ledger.committees()
        plans = try ledger.documents()
        actions = try (0..<ledger.counts().actions).map { try ledger.action(ActionNumber($0 + 1)) }
        let holders = [.allCommittees] + committees.map { Holder.committee($0.number) }
        responsibilities = try holders.map { try ledger.actions(everOf: $0) }
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
