import Coordinates
import Cores
import PlanLog

/// Records that are looked at on other cores, while those before them are folded on this one.
final class RecordsAhead: Sendable {
    private let records: Meanwhile<[StoredRecord]>

    init(_ waiting: [(Position?, [UInt8])], signedByAnyOf signers: Signers) {
        records = Meanwhile {
            concurrentMap(waiting, stripe: 32) { position, bytes in
                StoredRecord(position, bytes, signedByAnyOf: signers)
            }
        }
    }

    /// Waits for them.
    func finish() -> [StoredRecord] { records.finish() }
}
