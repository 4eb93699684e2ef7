import Coordinates
import EntryLog
import Handlingsplan
import Views

/// Compares every row of the views with what the entries give.
func differences(
    between derived: LedgerState, and rows: Result<StoredRows?, any Error>,
    of log: borrowing LogSnapshot
) -> [Finding] {
    do {
        let derived = RowList(derived)
        let stored = try RowList(try ViewSet(of: log, over: rows.get()))
        return derived.differences(from: stored).map { Finding($0) }
    } catch {
        return [Finding(.viewsUnreadable(reason(error)))]
    }
}

/// Why the views could not be read.
func reason(_ error: any Error) -> String {
    switch error {
    case ViewsError.damaged(let detail): detail
    case ViewsError.strangers(let absorbed, let log):
        "they were derived from \(absorbed) entries, which the log, with \(log), does not begin with"
    default: "\(error)"
    }
}

/// All rows of a ledger, whoever folded them.
private struct RowList {
    let committees: [CommitteeStory]
    let plans: [PlanStory]
    var actions: [ActionStory?] = []
    var responsibilities: [[ActionNumber]]
    var corrections: [EntryCorrections] = []

    init<Ledger: LedgerReading>(_ ledger: Ledger) throws(Ledger.Failure) {
        committees = try ledger.committees()
        plans = try ledger.plans()
        for index in 0..<(try ledger.counts().actions) {
            actions.append(try ledger.action(ActionNumber(index + 1)))
        }
        responsibilities = [try ledger.actions(everOf: .allCommittees)]
        for committee in committees {
            responsibilities.append(try ledger.actions(everOf: .committee(committee.number)))
        }
        for index in 0..<ledger.size.count {
            corrections.append(try ledger.corrections(of: Position(index)))
        }
    }

    func differences(from other: RowList) -> [Problem] {
        compare(CommitteeRows.name, firstKey: 1, committees, other.committees)
            + compare(PlanRows.name, firstKey: 1, plans, other.plans)
            + compare(ActionRows.name, firstKey: 1, actions, other.actions)
            + compare(
                ResponsibilityRows.name, firstKey: 0, responsibilities, other.responsibilities)
            + compare(CorrectionRows.name, firstKey: 0, corrections, other.corrections)
    }

    private func compare<Row: Equatable>(
        _ module: String, firstKey: UInt64, _ mine: [Row], _ theirs: [Row]
    ) -> [Problem] {
        (0..<max(mine.count, theirs.count)).filter { index in
            !(index < mine.count && index < theirs.count && mine[index] == theirs[index])
        }.map { .rowDiffers(module: module, key: UInt64($0) + firstKey) }
    }
}
