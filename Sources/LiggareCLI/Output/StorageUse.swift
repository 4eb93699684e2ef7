import Files
import LMDB
import Registry

/// How much room a ledger's tables take, and who keeps what is not in use.
struct StorageUse: Encodable {
    let log: FileUse
    /// Nil where nothing is stored of the views.
    let views: FileUse?
    /// How many entries each command takes into the views anew, in memory.
    let tail: Int

    init(_ occupancy: LedgerOccupancy, tail: UInt64) {
        log = FileUse(occupancy.log)
        views = occupancy.views.map { FileUse($0) }
        self.tail = Int(clamping: tail)
    }
}

struct FileUse: Encodable {
    let bytes: Int
    /// That later commits will use again.
    let freeBytes: Int
    /// Of the free ones: not before the readers have ended.
    let heldBytes: Int
    /// The oldest first; nil where this process may not see them.
    let readers: [Reader]?

    struct Reader: Encodable {
        let process: Int32
        let program: String?
    }

    init(_ occupancy: Occupancy) {
        bytes = occupancy.pageCount * occupancy.pageBytes
        freeBytes = occupancy.freePageCount * occupancy.pageBytes
        heldBytes = occupancy.heldPageCount * occupancy.pageBytes
        readers = occupancy.readers?.map {
            Reader(process: $0.processID, program: RunningProcess($0.processID).program)
        }
    }
}
