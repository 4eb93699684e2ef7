import Coordinates
import Cores
import Dispatch
import PlanLog
import Synchronization

/// Records that are looked at on other cores, while those before them are folded on this one.
final class RecordsAhead: Sendable {
    private let records = Mutex<[StoredRecord]>([])
    private let group = DispatchGroup()

    init(_ waiting: [(Position?, [UInt8])], signedByAnyOf signers: Signers) {
        DispatchQueue.global().async(group: group) { [self] in
            let found = concurrentMap(waiting, stripe: 32) { position, bytes in
                StoredRecord(position, bytes, signedByAnyOf: signers)
            }
            records.withLock { $0 = found }
        }
    }

    /// Waits for them.
    func finish() -> [StoredRecord] {
        group.wait()
        return records.withLock { $0 }
    }
}
