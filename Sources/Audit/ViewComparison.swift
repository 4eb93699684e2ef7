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
        let stored = try ViewSet(of: log, over: rows.get())
        return try ViewSet.modules.flatMap { module in
            try module.differences(between: derived, and: stored).map {
                .rowDiffers(module: module.name, key: $0)
            }
        }
    }
}

/// What a comparison with the views finds, or why they cannot be compared.
func whatIsWrong(with views: ViewStore, _ compare: () throws -> [Problem]) throws -> [Finding] {
    do {
        return try compare().map { Finding($0) }
    } catch  where views.isFault(error) || error is EntryLogError {
        return [Finding(.viewsUnreadable("\(error)"))]
    }
}
