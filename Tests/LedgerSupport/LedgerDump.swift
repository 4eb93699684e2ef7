package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog
import Views

/// What a folded ledger answers for the rows of each module, for comparing one fold with another.
package struct LedgerDump: Hashable {
    let size: TreeSize
    let counts: LedgerCounts
    let content: [String: AnyHashable]

    package init<Ledger: LedgerReading>(_ ledger: Ledger) throws {
        size = ledger.size
        counts = try ledger.counts()
        var all: [String: AnyHashable] = [:]
        for module in ViewSet.modules { all[module.name] = try module.anyContent(of: ledger) }
        content = all
    }
}

extension Projection {
    fileprivate static func anyContent<Ledger: LedgerReading>(of ledger: Ledger) throws
        -> AnyHashable
    {
        AnyHashable(try content(of: ledger))
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
        try forEachAct(in: Position(0)..<log.size.end, of: log, passing: VoidEntries()) {
            try evolve($0)
        }
    }
}
