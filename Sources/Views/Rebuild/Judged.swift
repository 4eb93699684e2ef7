import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

/// Which of a log's first entries stand: all that were judged, but for those that are void.
struct Judged {
    let frontier: Frontier
    /// When the last one that stands was recorded.
    let recordedAt: Timestamp
    let voids: VoidEntries

    var size: TreeSize { frontier.size }

    /// As stored rows have it; without any that can be read, each entry is judged.
    /// - Throws: `EntryLogError.damaged` where the log's tree has another root.
    init(of log: borrowing LogSnapshot, asIn rows: StoredRows?) throws {
        let views = try ViewSet(of: log, over: rows, upTo: rows?.meta.size)
        (frontier, recordedAt) = (views.frontier, views.recordedAt)
        voids = try views.voids()
        guard try MerkleTree.root(of: size, reading: log) == frontier.root else {
            throw EntryLogError.damaged(
                "its tree has another root at \(size) entries than they give")
        }
    }
}
