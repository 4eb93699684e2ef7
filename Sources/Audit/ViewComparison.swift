import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Views

/// Compares every row of the views with what the entries give, and looks for what was said of the
/// last rebuild.
/// - Throws: what hinders the machine from looking, which says nothing of the views.
func differences(
    between derived: LedgerState, and rows: Result<StoredRows?, any Error>, in views: ViewStore,
    of log: borrowing LogSnapshot
) throws -> [Finding] {
    try whatIsWrong(with: views) {
        try views.checkAttestation()
        let derived = RowList(derived)
        let stored = try RowList(try ViewSet(of: log, over: rows.get()))
        return derived.differences(from: stored)
    }
}

/// What a comparison with the views finds, or why they cannot be compared.
func whatIsWrong(with views: ViewStore, _ compare: () throws -> [Problem]) throws -> [Finding] {
    do {
        return try compare().map { Finding($0) }
    } catch  where views.isFault(error) || error is EntryLogError || error is UnknownEventRecorded {
        return [Finding(.viewsUnreadable("\(error)"))]
    }
}

/// All rows of a ledger, whoever folded them.
private struct RowList {
    let committees: [CommitteeStory]
    let documents: [DocumentStory]
    let areas: [AreaStory]
    let goals: [GoalStory]
    let actions: [ActionStory]
    let guidelines: [GuidelineStory]
    let indicators: [IndicatorStory]
    let settings: SettingsStory
    let keys: KeyRegister
    var lists: [UInt64: [ActionNumber]] = [:]
    /// Of each committee, the ones that it was ever to succeed.
    var successions: [[CommitteeNumber]] = []
    /// Of each code, the committees that were ever given it.
    var codes: [UInt64: [CommitteeNumber]] = [:]
    var corrections: [EntryCorrections] = []

    init<Ledger: LedgerReading>(_ ledger: Ledger) throws(Ledger.Failure) {
        committees = try ledger.committees()
        documents = try ledger.documents()
        areas = try ledger.areas()
        goals = try ledger.goals()
        actions = try ledger.actions()
        guidelines = try ledger.guidelines()
        indicators = try ledger.indicators()
        settings = try ledger.settings()
        keys = try ledger.keys()
        let holders = committees.map { ActionList.committee($0.number) }
        for list in [.allCommittees] + holders + documents.map({ .document($0.number) }) {
            lists[ListRows.key(of: list)] = try ledger.actions(everOn: list)
        }
        for committee in committees {
            successions.append(try ledger.committees(everSucceededBy: committee.number))
            for item in committee.naming.items {
                let code = item.value.code
                codes[CodeRows.key(of: code)] = try ledger.committees(everCalled: code)
            }
        }
        for index in 0..<ledger.size.count {
            corrections.append(try ledger.corrections(of: Position(index)))
        }
    }

    func differences(from other: RowList) -> [Problem] {
        compare(CommitteeRows.name, firstKey: 1, committees, other.committees)
            + compare(DocumentRows.name, firstKey: 1, documents, other.documents)
            + compare(AreaRows.name, firstKey: 1, areas, other.areas)
            + compare(GoalRows.name, firstKey: 1, goals, other.goals)
            + compare(ActionRows.name, firstKey: 1, actions, other.actions)
            + compare(GuidelineRows.name, firstKey: 1, guidelines, other.guidelines)
            + compare(IndicatorRows.name, firstKey: 1, indicators, other.indicators)
            + compare(SettingsRows.name, firstKey: 1, [settings], [other.settings])
            + compare(KeyRows.name, firstKey: 1, [keys], [other.keys])
            + lists.keys.sorted().filter { lists[$0] != other.lists[$0] }
            .map { .rowDiffers(module: ListRows.name, key: $0) }
            + compare(SuccessionRows.name, firstKey: 1, successions, other.successions)
            + codes.keys.sorted().filter { codes[$0] != other.codes[$0] }
            .map { .rowDiffers(module: CodeRows.name, key: $0) }
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
