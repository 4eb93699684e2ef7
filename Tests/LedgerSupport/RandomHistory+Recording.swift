package import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry

extension TestLedger {
    /// Records what comes next in a history until the log has a size. What a rule refuses is passed over.
    package func record(_ history: inout RandomHistory, until size: TreeSize) throws {
        while try self.size < size {
            let state = try registry.log.read { try LedgerState(folding: $0) }
            let item = history.next(in: state, today: try today).item
            do {
                try record([item])
            } catch is Rejection {
                continue
            }
        }
    }
}
